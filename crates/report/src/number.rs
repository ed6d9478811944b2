//! The numbers of paragraphs, the same in all forms.

use crate::paper::ParagraphForm;

/// Counts the paragraphs of a body as they are written.
#[derive(Debug, Default)]
pub struct Numbers {
    numbered: u32,
    sub: u32,
}

/// What stands before a paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Label {
    /// `12.`
    Number(u32),
    /// `(3)`
    Sub(u32),
    /// A bullet.
    Bullet,
    /// Nothing.
    None,
}

impl Numbers {
    /// What stands before the next paragraph, which is set like this.
    pub fn next(&mut self, form: ParagraphForm) -> Label {
        match form {
            ParagraphForm::Numbered => {
                self.numbered += 1;
                self.sub = 0;
                Label::Number(self.numbered)
            }
            ParagraphForm::Sub => {
                self.sub += 1;
                Label::Sub(self.sub)
            }
            ParagraphForm::Bullet => Label::Bullet,
            ParagraphForm::Plain | ParagraphForm::Quotation => Label::None,
        }
    }
}
