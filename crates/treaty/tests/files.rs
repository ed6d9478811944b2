//! Every treaty file of the project reads.

use treaty::Law;

#[test]
fn every_treaty_file_reads() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../facts/treaties");
    let mut read = 0;
    for file in std::fs::read_dir(folder).unwrap() {
        let path = file.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        let law = Law::parse(&name, &std::fs::read_to_string(&path).unwrap())
            .unwrap_or_else(|error| panic!("{:?}", miette::Report::new(error)));
        assert_eq!(name, format!("{}.toml", law.id));
        read += 1;
    }
    assert!(read > 0);
}
