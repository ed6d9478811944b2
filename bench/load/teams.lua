-- Asks for the pages of a mix, each time another and of another day, as whoever owns one of the cookies;
-- notes how long each took. One connection a thread: what comes back is the answer to what was asked last.
-- The arguments after `--`: the file with the cookies, `-` for nobody's.
local ffi = require("ffi")
ffi.cdef [[
    typedef struct { long sec; long nsec; } moment;
    int clock_gettime(int clock, moment *now);
]]
local now = ffi.new("moment")

local PAGES = {
    "/?on=", "/treaties/ctbt?on=", "/treaties/ccm?view=table&on=", "/states/ITA?on=", "/states/ZAF/ctbt?on=",
    "/matrix?on=", "/search?q=italy&on=", "/changes?to=", "/ledger?on=", "/treaties/ctbt/acts.json?on=",
}

local function micros()
    ffi.C.clock_gettime(1, now)
    return tonumber(now.sec) * 1e6 + tonumber(now.nsec) / 1e3
end

local threads = {}

function setup(thread)
    thread:set("seed", #threads + 1)
    table.insert(threads, thread)
end

function init(args)
    math.randomseed(seed)
    cookies, wrong = {}, 0
    if args[1] ~= "-" then
        for line in io.lines(args[1]) do table.insert(cookies, line) end
    end
    -- wrk hands over flat tables alone: one for each page.
    for page = 1, #PAGES do _G["kept" .. page] = {} end
end

function request()
    asked = math.random(#PAGES)
    local day = string.format("%04d-%02d-%02d", math.random(1997, 2026), math.random(12), math.random(28))
    local headers = {}
    if #cookies > 0 then headers["Cookie"] = cookies[math.random(#cookies)] end
    local made = wrk.format("GET", PAGES[asked] .. day, headers)
    begun = micros()
    return made
end

function response(status)
    table.insert(_G["kept" .. asked], math.floor(micros() - begun))
    if status ~= 200 then wrong = wrong + 1 end
end

function done(summary)
    local errors = summary.errors
    local lost = errors.connect + errors.read + errors.write + errors.timeout
    io.write(string.format("TOTAL %d %d\n", summary.requests, summary.duration))
    for _, thread in ipairs(threads) do
        lost = lost + thread:get("wrong")
        for page = 1, #PAGES do
            io.write("PAGE " .. PAGES[page] .. " " .. table.concat(thread:get("kept" .. page), " ") .. "\n")
        end
    end
    io.write(string.format("WRONG %d\n", lost))
end
