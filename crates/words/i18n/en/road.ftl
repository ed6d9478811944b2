# The road by which a request comes, and what is sent on it.

problem-plain-title = This connection is not encrypted
problem-plain = Nobody can sign in over it, and nothing confidential is sent on it. Open this page with https:// instead; if that fails, tell whoever runs this site.
problem-not-a-form = What was sent is no form of this site.
problem-cut-short = What was sent did not arrive whole, or not in time. Open the page again and send it from there.
problem-misdirected-title = This is for another site
problem-misdirected = It was sent to another name than the one of this site. Open the page again at the site’s own address.
