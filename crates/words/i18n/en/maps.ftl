## Maps and tiles of where States stand.

map-title = { $short }: where each State stands on { $on }
map-part = { $name }: { $standing }
map-apart = No standing told
map-disputed = Disputed or unsettled boundary
map-desc = A map of the world on { $on }. { $list }.
map-desc-region = { $region }: { $list }.
map-desc-more = Small States are shown as dots. The table says the same in words.
map-region-africa = Africa
map-region-americas = Americas
map-region-asia = Asia
map-region-europe = Europe
map-region-oceania = Oceania
map-note-undrawn = Counted, but without an area of its own on this map: { $names }.
map-note-opinion = Boundaries, names and shading on this map express no opinion of those who made or publish it on the legal status of any country, territory or area, on its authorities, or on the course of its boundaries.
map-note-drawing = Dotted: boundaries and lines that are disputed or not settled, as far as the map data carry them. Grey: no standing told, because the status is disputed, the area belongs to no State, or the treaty is not open to it. Territories are drawn with the State that answers for them abroad; whether the treaty extends to them is not told. The boundaries are those of today, on past days too.
map-note-source = Map: Natural Earth 4.1.0 (public domain), simplified, redrawn in the places listed with the data; Equal Earth projection.

tiles-title = { $short }: where each State stands on { $on }, one tile each
tiles-no-group = In no regional group
tiles-key = { $many } ({ $letter })
tiles-desc = A tile for each State, by regional group, on { $on }. { $list }.
tiles-note = One tile each, by ISO 3166-1 code, in the United Nations’ regional groups. Its place and size say nothing else.

key-count = { $what }: { $n }
