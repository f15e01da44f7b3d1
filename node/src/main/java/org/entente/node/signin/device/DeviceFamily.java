package org.entente.node.signin.device;

import java.util.Arrays;

/** What a browser says it is, coarsely: enough for its owner to know it again, and no more. */
public record DeviceFamily(Browser browser, Platform platform) {
    /** Told from the {@code User-Agent} header (RFC 9110 §10.1.5); others imitate those that stand later. */
    public enum Browser {
        EDGE("Edge", "Edg"),
        OPERA("Opera", "OPR/"),
        SAMSUNG("Samsung Internet", "SamsungBrowser"),
        FIREFOX("Firefox", "Firefox/", "FxiOS"),
        CHROME("Chrome", "Chrome/", "CriOS"),
        SAFARI("Safari", "Safari/"),
        OTHER("");

        private final String label;
        private final String[] marks;

        Browser(String label, String... marks) {
            this.label = label;
            this.marks = marks;
        }

        /** Its maker's name for it, "" for none of these. */
        public String label() {
            return label;
        }
    }

    /** Told from the same header. */
    public enum Platform {
        ANDROID("Android", "Android"),
        IPHONE("iPhone", "iPhone"),
        IPAD("iPad", "iPad"),
        WINDOWS("Windows", "Windows"),
        CHROME_OS("ChromeOS", "CrOS"),
        MAC("Mac", "Macintosh"),
        LINUX("Linux", "Linux"),
        OTHER("");

        private final String label;
        private final String[] marks;

        Platform(String label, String... marks) {
            this.label = label;
            this.marks = marks;
        }

        /** Its maker's name for it, "" for none of these. */
        public String label() {
            return label;
        }
    }

    /** The family that a {@code User-Agent} header names. */
    public static DeviceFamily of(String userAgent) {
        return new DeviceFamily(
                Arrays.stream(Browser.values())
                        .filter(browser -> says(userAgent, browser.marks))
                        .findFirst()
                        .orElse(Browser.OTHER),
                Arrays.stream(Platform.values())
                        .filter(platform -> says(userAgent, platform.marks))
                        .findFirst()
                        .orElse(Platform.OTHER));
    }

    /** Reads what {@link #stored} wrote. */
    public static DeviceFamily ofStored(String stored) {
        int slash = stored.indexOf('/');
        return new DeviceFamily(
                Browser.valueOf(stored.substring(0, slash)), Platform.valueOf(stored.substring(slash + 1)));
    }

    /** As it stands in the database. */
    public String stored() {
        return browser.name() + "/" + platform.name();
    }

    private static boolean says(String userAgent, String[] marks) {
        return Arrays.stream(marks).anyMatch(userAgent::contains);
    }
}
