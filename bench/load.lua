-- The load: the next request from a file of lines, and a count of every answer that is not the expected one.
-- Arguments: method, expected status, file, token, idempotency key prefix (POST only).

local place

function setup(thread)
  place = thread
end

function init(args)
  method, expected, prefix = args[1], tonumber(args[2]), args[5]
  headers = {["Authorization"] = "Bearer " .. args[4], ["Accept"] = "application/json"}
  lines = {}
  for line in io.lines(args[3]) do
    -- What never changes is put together once, so that the load itself costs little.
    lines[#lines + 1] = method == "GET" and wrk.format("GET", line, headers) or line
  end
  if method == "POST" then headers["Content-Type"] = "application/json" end
  count, wrong, first_wrong = 0, 0, ""
end

function request()
  count = count + 1
  local line = lines[(count - 1) % #lines + 1]
  if method == "GET" then return line end
  headers["Idempotency-Key"] = prefix .. count
  return wrk.format("POST", nil, headers, line)
end

function response(status, _, body)
  if status ~= expected then
    wrong = wrong + 1
    if first_wrong == "" then first_wrong = status .. " " .. string.sub(body, 1, 300) end
  end
end

function done(summary, latency)
  local errors = summary.errors
  io.write("\n@requests ", summary.requests, "\n@microseconds ", summary.duration)
  for _, percentage in ipairs({50, 95, 99}) do
    io.write("\n@p", percentage, " ", latency:percentile(percentage))
  end
  io.write("\n@max ", latency.max, "\n@wrong ", place:get("wrong"))
  io.write("\n@broken ", errors.connect + errors.read + errors.write, "\n@timeouts ", errors.timeout)
  io.write("\n@first_wrong ", (place:get("first_wrong"):gsub("%s+", " ")), "\n")
end
