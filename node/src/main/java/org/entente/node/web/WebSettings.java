package org.entente.node.web;

import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import org.entente.node.kernel.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How this node looks and whom it names.
 *
 * @param theme colours and footer
 * @param zone in which dates and times are shown
 * @param contact whom people ask for help, shown on every page; {@code ""} shows none
 * @param wallets web wallets that pages offer by name beside the QR code
 */
@ConfigurationProperties("entente.web")
public record WebSettings(
        @DefaultValue Theme theme,
        @DefaultValue("America/Toronto") ZoneId zone,
        @DefaultValue("") String contact,
        @DefaultValue List<WebWallet> wallets) {
    /**
     * A theme as data. Colours are {@code #rrggbb} and must be readable: an accent stands as text on the page's ground,
     * and the ground as text on the accent.
     *
     * @param accent on a light page
     * @param accentDark on a dark page
     * @param footer who stands behind this node, shown on every page; nothing when absent
     */
    public record Theme(
            @DefaultValue("#0f5a6e") String accent,
            @DefaultValue("#7fd0e4") String accentDark,
            @Nullable Text footer) {
        /** The least contrast of text (WCAG 2.2, 1.4.3). */
        private static final double MIN_CONTRAST = 4.5;

        public Theme {
            requireReadable(accent, Colour.LIGHT_GROUND);
            requireReadable(accentDark, Colour.DARK_GROUND);
        }

        private static void requireReadable(String accent, String ground) {
            double contrast = Colour.of(accent).contrastWith(Colour.of(ground));
            if (contrast < MIN_CONTRAST) {
                throw new IllegalArgumentException("the accent " + accent + " cannot be read on " + ground);
            }
        }
    }

    /**
     * A wallet on the web.
     *
     * @param offer takes {@code credential_offer_uri} (OID4VCI 1.0 §4.1.3)
     * @param present takes {@code client_id} and {@code request_uri} (OID4VP 1.0 §5)
     */
    public record WebWallet(String name, URI offer, URI present) {}

    public WebSettings {
        wallets = List.copyOf(wallets);
    }
}
