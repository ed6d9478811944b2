# Passkeys.

passkeys-title = Your passkeys
passkeys-lede = A passkey signs you in with your device: its fingerprint reader, your face or its code. It works on this site alone; what this site keeps of it opens nothing.
passkeys-none = You have no passkey yet.
passkeys-removed-how = Removing a passkey here signs you out everywhere else. It stays on your device until you delete it there. A new password leaves your passkeys as they are.

passkey-name = Name
passkey-name-how = So that you know it again: “ministry laptop”, “my telephone”.
passkey-added = Added
passkey-used = Last used
passkey-never = never
passkey-kept = Kept
passkey-synced = on several devices, or in a backup
passkey-one-device = on one device
passkey-site = For
passkey-elsewhere = – another address than this one; it cannot be used here
passkey-rename = Rename
passkey-remove = Remove
passkey-copied-at = On { $what } this passkey counted backwards: there may be a copy of it. It is not taken any more. Remove it, and sign out everywhere else if you did not restore a device.
passkey-add-title = Add a passkey
passkey-add = Add a passkey
passkey-prove = To add a passkey, or to remove one, confirm first that it is you.
passkey-script = Your browser makes no passkeys here, or runs no scripts. Everything else works without.
passkey-nowhere = There are no passkeys at this address. Whoever runs this instance has to tell it its public address first.

passkey-done-added = The passkey is added. Try it the next time you sign in.
passkey-done-renamed = The passkey has its new name.
passkey-done-removed = The passkey is removed, and you are signed out everywhere else.

passkey-reset = Your passkeys stay as they are; remove those of a device that is lost, on the page of your account.
passkey-or = Or without a password:
passkey-sign-in = Sign in with a passkey
passkey-confirm = Confirm with a passkey

passkey-stopped = It was stopped, or took too long. Nothing was changed.
passkey-failed = Your browser could not do that. Try again, or use your password.
passkey-refused = This passkey was not accepted. Try again, or use your password.
passkey-too-late = That took too long. Try again.
passkey-not-verified = Your device did not ask who you are. Set up a fingerprint, your face or a code on it, or use another one.
passkey-algorithm = This kind of passkey is not known here. Use another device.
passkey-copied = There may be a copy of this passkey, so it is not taken any more. Sign in with your password, and remove it from your account.
passkey-unknown = This passkey is not known here. It may have been removed from the account, or belong to another one.
passkey-known = This device has a passkey for your account already.
passkey-too-many = You have as many passkeys as one person may have. Remove one first.
passkey-last = This is the only thing you can sign in with. Add another one, or choose a password, before you remove it.
passkey-bad-name = Give the passkey a name of at most 120 characters.
passkey-gone = There is no such passkey any more.
