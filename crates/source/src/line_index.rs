/// Turns byte offsets into lines and columns.
#[derive(Debug)]
pub struct LineIndex {
    /// The text.
    pub text: Box<str>,
    starts: Vec<u32>,
}

impl LineIndex {
    /// An index of a text.
    pub fn new(text: &str) -> LineIndex {
        let newlines = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        let starts = std::iter::once(0)
            .chain(newlines.map(|(at, _)| at as u32 + 1))
            .collect();
        LineIndex {
            text: text.into(),
            starts,
        }
    }

    /// The line of a byte offset, from 1.
    pub fn line(&self, offset: u32) -> u32 {
        self.starts.partition_point(|start| *start <= offset) as u32
    }

    /// The text of a line (from 1) without its end.
    pub fn line_text(&self, line: u32) -> &str {
        let Some(start) = self.starts.get(line as usize - 1) else {
            return "";
        };
        let end = self
            .starts
            .get(line as usize)
            .map_or(self.text.len(), |next| *next as usize);
        self.text[*start as usize..end].trim_end_matches(['\n', '\r'])
    }

    /// The byte offset at which a line (from 1) starts.
    pub fn line_start(&self, line: u32) -> u32 {
        self.starts
            .get(line as usize - 1)
            .copied()
            .unwrap_or(self.text.len() as u32)
    }

    /// The column of a byte offset in UTF-16 units, from 0, as editors in a browser count.
    fn utf16_column(&self, offset: u32) -> u32 {
        let start = self.line_start(self.line(offset)) as usize;
        let end = (offset as usize).min(self.text.len());
        let before = self.text.get(start..end).unwrap_or_default();
        // Lines can be long, and counting is slow where there is nothing to count.
        if before.is_ascii() {
            return before.len() as u32;
        }
        before.encode_utf16().count() as u32
    }

    /// The line of a byte offset, from 1, and its column in UTF-16 units, from 0.
    pub fn position(&self, offset: u32) -> (u32, u32) {
        (self.line(offset), self.utf16_column(offset))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_utf16_units() {
        let lines = LineIndex::new("ab\n😀é = 1\n");
        assert_eq!(lines.position(1), (1, 1));
        assert_eq!(lines.position(3), (2, 0));
        assert_eq!(lines.position(7), (2, 2));
        assert_eq!(lines.position(9), (2, 3));
        assert_eq!(lines.line_text(2), "😀é = 1");
    }
}
