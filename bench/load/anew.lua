-- Asks for a page on another day with each request, so that each answer is made anew.
-- The addresses come as arguments after `--`: the part before the day, and the part after it.
local threads = 0

function setup(thread)
    thread:set("begin", threads * 10000)
    threads = threads + 1
end

function init(args)
    before, after = args[1], args[2] or ""
    day = begin
end

function request()
    day = day + 1
    -- Days 1 to 28 of the months from 1997 on: every one is a day, whatever the month. The CTBT was
    -- opened in September 1996: pages of earlier days have less on them and would flatter.
    local month = math.floor(day / 28)
    return wrk.format("GET", string.format("%s%04d-%02d-%02d%s", before,
        1997 + math.floor(month / 12) % 60, month % 12 + 1, day % 28 + 1, after))
end
