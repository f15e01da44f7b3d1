package org.entente.node.web;

import java.beans.PropertyEditorSupport;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/** Refuses parameters and parts of addresses that hold U+0000: no table of ours can keep such a text. */
@ControllerAdvice
final class StrictText {
    @InitBinder
    void refuse(WebDataBinder parameters) {
        parameters.registerCustomEditor(String.class, new Editor());
    }

    private static final class Editor extends PropertyEditorSupport {
        @Override
        public void setAsText(String text) {
            if (text.indexOf('\0') >= 0) {
                throw new IllegalArgumentException("the text holds U+0000");
            }
            setValue(text);
        }
    }
}
