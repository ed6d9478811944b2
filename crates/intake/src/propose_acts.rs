//! x
use crate::acts::Sourced;
use crate::intake::Intake;
use crate::record::Record;
pub(crate) fn compare_exported(_: &[Sourced], _: &dyn Record, _: &mut Intake) {}
