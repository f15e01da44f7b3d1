package org.entente.names.barrier.probe;

import java.util.List;

/** The probes that stand for more than one barrier, or need a word of explanation. */
final class Probes {
    /** A name that every system takes: if this one is refused, the door was described wrongly. */
    static final String CONTROL = "Iqaluit";

    static final String TLICHO = "Tłı̨chǫ";
    static final String AQAM = "ʔaq̓am";
    static final String MUSQUEAM = "xʷməθkʷəy̓əm";
    static final String KWIKWETLEM = "kʷikʷəƛ̓əm";
    static final String MOHAWK = "Kanienʼkehá꞉ka";
    static final String HULQ = "Hul'q'umi'num'";
    static final String GWICHIN = "Gwichʼin";
    static final String NISGAA = "Nisg̱a’a";
    static final String IQALUIT = "ᐃᖃᓗᐃᑦ";
    static final String SIKSIKA = "Siksiká";

    /** Letters of A to Z alone, and a capital among them: whatever a system does to other letters, these come through. */
    static final String NUNATUKAVUT = "NunatuKavut";

    /** 197 graphemes, and half as many characters again: a system takes 200. */
    static final String LONG = "hən̓q̓əmin̓əm̓ ".repeat(18).strip();

    /** Long runs of one letter and its mark, shifted against each other: wherever a system cuts, it hits one of them. */
    static final List<String> RUNS = List.of("q̓".repeat(199), "a" + "q̓".repeat(198), "aa" + "q̓".repeat(197));

    /** Letters in the order of one alphabet; code point order is another. */
    static final List<String> ORDER =
            List.of("ʔı", "aı", "ąı", "bı", "eı", "ęı", "lı", "łı", "mı", "tı", "tłı", "tsı", "zı");

    private Probes() {}
}
