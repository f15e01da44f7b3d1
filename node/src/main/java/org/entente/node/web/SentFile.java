package org.entente.node.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.apache.tomcat.util.http.fileupload.MultipartStream;
import org.apache.tomcat.util.http.fileupload.impl.FileUploadIOException;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/**
 * The first file of a form (RFC 7578). Read from the body itself, whose length is guarded, so that only the
 * addresses that ask for it take a form with files.
 */
public final class SentFile {
    private static final int BUFFER = 4096;
    private static final int MAX_HEADER = 1024;

    private SentFile() {}

    /**
     * The file's bytes; none when the form has no file or is no such form.
     *
     * @throws IOException when the body cannot be read to its end
     */
    public static byte[] read(String contentType, InputStream body) throws IOException {
        String boundary = boundary(contentType);
        if (boundary.isEmpty()) {
            return new byte[0];
        }
        try {
            MultipartStream parts =
                    new MultipartStream(body, boundary.getBytes(StandardCharsets.ISO_8859_1), BUFFER, null);
            parts.setPartHeaderSizeMax(MAX_HEADER);
            for (boolean more = parts.skipPreamble(); more; more = parts.readBoundary()) {
                if (parts.readHeaders().contains("filename=")) {
                    ByteArrayOutputStream file = new ByteArrayOutputStream();
                    parts.readBodyData(file);
                    return file.toByteArray();
                }
                parts.discardBodyData();
            }
            return new byte[0];
        } catch (MultipartStream.MalformedStreamException | FileUploadIOException | IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private static String boundary(String contentType) {
        try {
            MediaType type = MediaType.parseMediaType(contentType);
            String boundary = type.getParameter("boundary");
            return boundary == null || !type.isCompatibleWith(MediaType.MULTIPART_FORM_DATA)
                    ? ""
                    : boundary.replace("\"", "");
        } catch (InvalidMediaTypeException e) {
            return "";
        }
    }
}
