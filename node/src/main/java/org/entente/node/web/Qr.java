package org.entente.node.web;

import io.nayuki.qrcodegen.QrCode;

/**
 * A text as a QR code (ISO/IEC 18004), drawn as one SVG path.
 *
 * @param size modules on a side, the quiet zone included
 * @param path the dark modules, in units of one module
 */
public record Qr(int size, String path) {
    /** Modules left white around the code (ISO/IEC 18004 §6.3.8). */
    private static final int QUIET_ZONE = 4;

    /** The longest text that becomes a code still easy to scan from a screen. */
    public static final int MAX_LENGTH = 800;

    /** The code of a text of at most {@link #MAX_LENGTH} characters, at error correction level M or better. */
    public static Qr of(String text) {
        if (text.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("too long for a QR code");
        }
        QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            int x = 0;
            while (x < code.size) {
                int length = darkRun(code, x, y);
                if (length > 0) {
                    path.append('M').append(x + QUIET_ZONE).append(' ').append(y + QUIET_ZONE);
                    path.append('h')
                            .append(length)
                            .append("v1h-")
                            .append(length)
                            .append('z');
                }
                x += length + 1;
            }
        }
        return new Qr(code.size + 2 * QUIET_ZONE, path.toString());
    }

    private static int darkRun(QrCode code, int x, int y) {
        int end = x;
        while (end < code.size && code.getModule(end, y)) {
            end++;
        }
        return end - x;
    }
}
