//! f-strings.

use ruff_python_ast::{self as ast, ConversionFlag, FStringPart, InterpolatedStringElement};
use ruff_text_size::{Ranged, TextRange};

use super::{Compiled, Compiler};
use crate::bytecode::{Constant, Conversion, Instruction};

impl Compiler<'_> {
    pub(super) fn format_string(&mut self, text: &ast::ExprFString) -> Compiled<()> {
        let mut pieces = 0;
        for part in &text.value {
            match part {
                FStringPart::Literal(literal) => {
                    self.emit_constant(Constant::Str((*literal.value).into()), text);
                    pieces += 1;
                }
                FStringPart::FString(inner) => {
                    pieces += self.elements(&inner.elements, text.range)?
                }
            }
        }
        self.emit(Instruction::BuildString(pieces), text);
        Ok(())
    }

    fn elements(
        &mut self,
        elements: &ast::InterpolatedStringElements,
        range: TextRange,
    ) -> Compiled<u32> {
        let mut pieces = 0;
        for element in elements {
            match element {
                InterpolatedStringElement::Literal(literal) => {
                    self.emit_constant(Constant::Str((*literal.value).into()), range);
                    pieces += 1;
                }
                InterpolatedStringElement::Interpolation(field) => {
                    pieces += self.field(field, range)?
                }
            }
        }
        Ok(pieces)
    }

    fn field(&mut self, field: &ast::InterpolatedElement, range: TextRange) -> Compiled<u32> {
        let mut pieces = 1;
        let mut conversion = match field.conversion {
            ConversionFlag::None => Conversion::None,
            ConversionFlag::Str => Conversion::Str,
            ConversionFlag::Repr => Conversion::Repr,
            ConversionFlag::Ascii => Conversion::Ascii,
        };
        if let Some(debug) = &field.debug_text {
            let inner = field.expression.range();
            let written = &self.source.text[inner.start().to_usize()..inner.end().to_usize()];
            let shown = format!("{}{written}{}", debug.leading, debug.trailing);
            self.emit_constant(Constant::Str(shown.into()), field);
            pieces += 1;
            if conversion == Conversion::None && field.format_spec.is_none() {
                conversion = Conversion::Repr;
            }
        }
        self.expression(&field.expression)?;
        if let Some(spec) = &field.format_spec {
            let parts = self.elements(&spec.elements, range)?;
            self.emit(Instruction::BuildString(parts), range);
        }
        self.emit(
            Instruction::FormatValue(conversion, field.format_spec.is_some()),
            range,
        );
        Ok(pieces)
    }
}
