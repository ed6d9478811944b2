# One's own account.

confirm-title = Confirm that it is you
confirm-lede = What you are about to do asks for your password once more. Then you go on where you were.
confirm-code = Code of your authenticator app, or a recovery code
confirm-refused = That is not right. Give the password again, and a new code if one is asked for.
confirm-button = Confirm

account-title = Your account
account-name = Name
account-teams = Your teams
account-no-team = You are in no team. You see what everybody signed in sees; an administrator of a team can invite you into it.
