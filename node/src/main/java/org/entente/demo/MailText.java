package org.entente.demo;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import java.io.IOException;

/** The readable text of a letter, whatever parts it has. */
final class MailText {
    private MailText() {}

    static String of(Part part) throws MessagingException, IOException {
        return switch (part.getContent()) {
            case String text when part.isMimeType("text/plain") -> text;
            case Multipart parts -> all(parts);
            default -> "";
        };
    }

    private static String all(Multipart parts) throws MessagingException, IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < parts.getCount(); i++) {
            text.append(of(parts.getBodyPart(i)));
        }
        return text.toString();
    }
}
