# Teams and who is in them.

teams-title = Teams
teams-all = Teams, who is in them, and who is invited
teams-office = You run this instance: you see which teams there are, and nothing of what they record.
teams-left = You are no longer in that team.
teams-found = Found a team
teams-found-button = Found

team-title = Team
team-name = Name
team-name-how = Everybody signed in can read the names of the teams.
team-id = Short name
team-id-how = 2 to 40 lower-case letters, digits and hyphens. Entries name the team by it, so it never changes.
team-you = You are
team-not-in = not in it
team-self = (you)
team-members = Members
team-person = Person
team-role = Role
team-since = Since
team-change = Change
team-set = Set
team-role-of = Role of { $what }
team-role-set = Set the role of { $what }
team-take-out = Take out
team-take-out-of = Take { $what } out of the team
team-leave = Leave the team
team-empty = Nobody is in it yet.
team-erased = somebody erased
team-from-office = You are not in this team. As you run the instance, you can name it, take people and tokens out, and invite an administrator while it has none.
team-confirm = To change something here, confirm first that it is you

team-reader = reader
team-contributor = contributor
team-editor = editor
team-administrator = administrator

team-invitations = Invitations
team-no-invitation = Nobody is invited at the moment.
team-invited = Invited
team-by = By
team-by-owner = the owner of the machine
team-until = Until
team-withdraw = Withdraw
team-withdraw-of = Withdraw the invitation of { $what }
team-invite = Invite somebody
team-invite-how = You get a link and pass it on yourself: nothing is sent.
team-invite-button = Make the link

team-tokens = Tokens of programs
team-no-token = No program asks in a member’s name.
token-name = What for
token-owner = Whose
token-may = May
token-used = Last used
token-never = never
token-read = read
token-write = record
token-export = take out exports
token-revoke = Revoke
token-revoke-of = Revoke { $what }

team-rename = Call the team otherwise
team-rename-button = Rename

team-founded = The team is founded. Invite its first administrator.
team-renamed = The team has a new name.
team-role-changed = The role is changed.
team-removed = That person is no longer in the team.
team-withdrawn = The invitation is withdrawn: its link opens nothing any more.
team-revoked = The token is revoked: it opens nothing any more.

team-not-there = That is not there any more. Somebody else was faster, or it is over.
team-not-yours = Your role in the team is not enough for that.
team-taken = A team has this short name already.
team-bad-name = That name cannot be taken: 1 to 120 characters, all of them visible, without a marking of classified information.
team-bad-id = That short name cannot be taken: 2 to 40 lower-case letters, digits and hyphens between them.
team-already-in = Somebody in the team has this address already: change the role instead.
team-last = The team would have no administrator any more. Make somebody else administrator first.
team-first = The team has no administrator: whoever is invited into it first becomes one.
team-oneself = Nobody invites themselves, or makes themselves more than they are.

invited-title = The link of the invitation
invited-lede = Pass this link on yourself, to the person alone. It is shown this once.
invited-link = Link
invited-back = Back to the team
invited-how = Whoever opens it joins. It is used once. If it went astray, withdraw the invitation and make a new one.

author-person = a person

audit-title = What happened
audit-lede = Sign-ins of who is in the team, invitations, roles, tokens and releases. Only its administrators see this page.
audit-lede-instance = Sign-ins, accounts, the office, and which teams there are. What happens inside a team its administrators see.
audit-from = From
audit-to = To
audit-what = What
audit-at = When
audit-whom = Whom
audit-network = Network
audit-newer = Newer
audit-older = Older
audit-count = Found: { $n }. Sign-ins, links and tokens are kept for 400 days.
audit-signed-in = signed in
audit-failed = sign-in failed
audit-locked = had to wait after failures
audit-signed-out-everywhere = signed out everywhere
audit-invited = invited somebody
audit-withdrawn = withdrew an invitation
audit-joined = joined
audit-token-made = token made
audit-token-revoked = token revoked
audit-proofs-changed = changed the means of signing in
audit-reset-made = link for a new password made
audit-reset-used = new password chosen by a link
audit-exported = personal data given out
audit-erased = person erased
audit-seated = role given
audit-left = no longer in the team
audit-named = team founded or renamed
audit-released = extract released
