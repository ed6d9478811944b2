//! The container: a ZIP archive (APPNOTE 6.3.10) in the one form it may have here. No compression, no
//! comments, no extra fields, no moments; local headers one after the other, then the directory
//! in the same order. Whoever reads one lays it out again and compares, so that no byte of it can
//! mean anything but itself.

use super::BundleError;

/// A file in an archive.
pub(super) type File<'a> = (&'a str, &'a [u8]);

const LOCAL: u32 = 0x0403_4b50;
const CENTRAL: u32 = 0x0201_4b50;
const END: u32 = 0x0605_4b50;
/// Needs version 1.0 of the format: files stored as they are.
const VERSION: u16 = 10;
/// 1 January 1980, the first day the format knows.
const DAY: u16 = 0x0021;

/// Lays out `files` and gives the bytes, piece by piece, to `put`; `false` from it ends the work.
fn lay_out(files: &[File<'_>], mut put: impl FnMut(&[u8]) -> bool) -> Option<()> {
    let mut at: u32 = 0;
    let mut directory = Vec::new();
    for (name, bytes) in files {
        let common = common(name, bytes)?;
        let mut local = LOCAL.to_le_bytes().to_vec();
        local.extend_from_slice(&common);
        local.extend_from_slice(name.as_bytes());
        directory.extend_from_slice(&CENTRAL.to_le_bytes());
        directory.extend_from_slice(&VERSION.to_le_bytes());
        directory.extend_from_slice(&common);
        // No comment, disk 0, no attributes.
        directory.extend_from_slice(&[0; 10]);
        directory.extend_from_slice(&at.to_le_bytes());
        directory.extend_from_slice(name.as_bytes());
        let len = local.len() + bytes.len();
        at = at.checked_add(u32::try_from(len).ok()?)?;
        if !put(&local) || !put(bytes) {
            return None;
        }
    }
    let count = u16::try_from(files.len()).ok()?.to_le_bytes();
    let mut end = END.to_le_bytes().to_vec();
    end.extend_from_slice(&[0; 4]);
    end.extend_from_slice(&count);
    end.extend_from_slice(&count);
    end.extend_from_slice(&u32::try_from(directory.len()).ok()?.to_le_bytes());
    end.extend_from_slice(&at.to_le_bytes());
    end.extend_from_slice(&[0; 2]);
    (put(&directory) && put(&end)).then_some(())
}

/// What a local header and the directory say alike, from the version needed to the length of the
/// extra field.
fn common(name: &str, bytes: &[u8]) -> Option<Vec<u8>> {
    let mut common = VERSION.to_le_bytes().to_vec();
    // No flags, no compression, midnight.
    common.extend_from_slice(&[0; 6]);
    common.extend_from_slice(&DAY.to_le_bytes());
    common.extend_from_slice(&crc32(bytes).to_le_bytes());
    let size = u32::try_from(bytes.len()).ok()?.to_le_bytes();
    common.extend_from_slice(&size);
    common.extend_from_slice(&size);
    common.extend_from_slice(&u16::try_from(name.len()).ok()?.to_le_bytes());
    common.extend_from_slice(&[0; 2]);
    Some(common)
}

/// The archive of `files`; `None` if it is too large to be one.
pub(super) fn write(files: &[File<'_>]) -> Option<Vec<u8>> {
    let mut archive = Vec::new();
    lay_out(files, |piece| {
        archive.extend_from_slice(piece);
        archive.len() <= super::LARGEST
    })?;
    Some(archive)
}

/// The files of an archive.
pub(super) fn read(archive: &[u8]) -> Result<Vec<File<'_>>, BundleError> {
    let refused = |why: &str| BundleError::Archive(why.to_owned());
    let mut files = Vec::new();
    let mut rest = archive;
    while rest.starts_with(&LOCAL.to_le_bytes()) {
        let (file, after) = one(rest).ok_or_else(|| refused("it was cut off"))?;
        files.push(file);
        rest = after;
        if files.len() > usize::from(u16::MAX) {
            return Err(refused("it has too many files"));
        }
    }
    if files.is_empty() {
        return Err(refused("there is no file in it"));
    }
    let mut rest = archive;
    let same = lay_out(&files, |piece| match rest.strip_prefix(piece) {
        Some(after) => {
            rest = after;
            true
        }
        None => false,
    });
    match same {
        Some(()) if rest.is_empty() => Ok(files),
        Some(()) | None => Err(refused(
            "its bytes are not those its files would be written as",
        )),
    }
}

/// The file that `rest` begins with, and what comes after it.
fn one(rest: &[u8]) -> Option<(File<'_>, &[u8])> {
    let size = u32::from_le_bytes(rest.get(18..22)?.try_into().ok()?);
    let name = usize::from(u16::from_le_bytes(rest.get(26..28)?.try_into().ok()?));
    let rest = rest.get(30..)?;
    let (name, rest) = rest.split_at_checked(name)?;
    let (bytes, rest) = rest.split_at_checked(usize::try_from(size).ok()?)?;
    Some(((std::str::from_utf8(name).ok()?, bytes), rest))
}

/// The checksum of ZIP: CRC-32 with the polynomial 0xEDB88320.
fn crc32(bytes: &[u8]) -> u32 {
    let mut crc = u32::MAX;
    for byte in bytes {
        let [low, ..] = crc.to_le_bytes();
        crc = crc >> 8 ^ TABLE[usize::from(low ^ byte)];
    }
    !crc
}

const TABLE: [u32; 256] = table();

const fn table() -> [u32; 256] {
    let mut table = [0; 256];
    let (mut at, mut start) = (0, 0u32);
    while at < 256 {
        let (mut crc, mut bit) = (start, 0);
        while bit < 8 {
            crc = if crc & 1 == 1 {
                crc >> 1 ^ 0xEDB8_8320
            } else {
                crc >> 1
            };
            bit += 1;
        }
        table[at] = crc;
        at += 1;
        start += 1;
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_checksum_is_that_of_zip() {
        assert_eq!(crc32(b"123456789"), 0xCBF4_3926);
        assert_eq!(crc32(b""), 0);
    }

    #[test]
    fn what_is_written_is_read_and_nothing_else() {
        let files: [File<'_>; 3] = [("a", b"one"), ("b/c", b""), ("d", b"PK\x03\x04")];
        let archive = write(&files).unwrap();
        assert_eq!(read(&archive).unwrap(), files);
        for cut in 0..archive.len() {
            assert!(read(&archive[..cut]).is_err(), "cut at {cut}");
        }
        for more in [b"\0".as_slice(), b"PK\x05\x06"] {
            assert!(read(&[&archive, more].concat()).is_err());
        }
    }
}
