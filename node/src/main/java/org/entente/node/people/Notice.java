package org.entente.node.people;

import org.entente.node.kernel.Text;

/**
 * Something that a person is told, in both languages.
 *
 * @param subject one line
 * @param body plain text, lines separated by {@code \n}
 */
public record Notice(Text subject, Text body) {
    public Notice {
        if (hasControl(subject.fr()) || hasControl(subject.en())) {
            throw new IllegalArgumentException("a subject is one line");
        }
    }

    private static boolean hasControl(String line) {
        return line.codePoints().anyMatch(Character::isISOControl);
    }
}
