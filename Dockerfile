# One image for every service: `balie run intake`, `balie migrate` and so on. compose.yaml starts it once per service.
# Without a command it is the whole of Balie in one process, with its data in /data:
#   docker build -t balie . && docker run --rm -p 8000:8000 -v balie:/data balie

FROM python:3.13-slim AS python
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1 PIP_ROOT_USER_ACTION=ignore

# Everything comes from the locks, also what builds the one library that is no wheel.
FROM python AS wheels
COPY deploy/build.lock requirements.lock ./
RUN python3 -m pip install --quiet --require-hashes -r build.lock \
    && python3 -m pip wheel --quiet --require-hashes --no-build-isolation --wheel-dir /wheels -r requirements.lock

# Apart from our own code, so a change of code does not install everything again.
FROM python AS libraries
RUN --mount=type=bind,from=wheels,source=/wheels,target=/wheels \
    python3 -m venv --without-pip /opt/balie \
    && python3 -m pip --python /opt/balie/bin/python install --quiet --no-deps --no-index /wheels/*.whl \
    # Test suites and headers that libraries bring along; nothing imports them.
    && find /opt/balie -depth -type d \( -name tests -o -name include \) -exec rm -rf {} +

FROM wheels AS package
WORKDIR /source
COPY pyproject.toml README.md LICENSE ./
COPY services services
RUN python3 -m pip wheel --quiet --no-deps --no-index --no-build-isolation --wheel-dir /package .

FROM python
# A number and not only a name, so that an orchestrator can see that this is not root.
RUN useradd --uid 10001 --no-create-home --home-dir /tmp --shell /usr/sbin/nologin balie \
    && install -d -o balie -g balie /data
COPY --from=libraries /opt/balie /opt/balie
RUN --mount=type=bind,from=package,source=/package,target=/package \
    python3 -m pip --python /opt/balie/bin/python install --quiet --no-deps --no-index /package/*.whl
COPY deploy/rights.py deploy/healthy.sh /opt/balie/bin/
ENV PATH=/opt/balie/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    BALIE_HOST=0.0.0.0 \
    BALIE_DATA=/data \
    BALIE_HEARTBEAT=/tmp/heartbeat
USER 10001:10001
WORKDIR /tmp
EXPOSE 8000
HEALTHCHECK --interval=5s --timeout=3s --start-period=60s --retries=3 CMD ["sh", "/opt/balie/bin/healthy.sh"]
ENTRYPOINT ["balie"]
CMD ["up"]
