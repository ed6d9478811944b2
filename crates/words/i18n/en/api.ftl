# The API: its reference, its problems.

problem-no-group-title = There is no such group
problem-no-group = No group here is called “{ $given }” on that day. A group goes by its own name, as in un-african or EU; the selectors of the pages list them.
problem-no-table-title = There is no such table
problem-no-table = No table here is called “{ $given }”. /data lists them.
