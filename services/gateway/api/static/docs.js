// Starts Swagger UI. A file of its own, because the content security policy allows no script inside the page.
const place = document.getElementById("docs");
const formToken = document.querySelector("meta[name=csrf-token]").content;

SwaggerUIBundle({
  domNode: place,
  url: place.dataset.description,
  deepLinking: true,
  // The validator lives on another site, which the policy rightly refuses.
  validatorUrl: null,
  requestInterceptor(request) {
    // Whoever logged in to the portal may try things here; a write by cookie must show where it comes from.
    request.headers["X-CSRF-Token"] = formToken;
    return request;
  },
});
