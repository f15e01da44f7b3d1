package org.entente.names;

import java.util.List;

/** Names of places, nations and languages in many orthographies; never a person's. */
public final class TestNames {
    public static final List<String> ALL = List.of(
            "SENĆOŦEN",
            "Hul'q'umi'num'",
            "hən̓q̓əmin̓əm̓",
            "xʷməθkʷəy̓əm",
            "kʷikʷəƛ̓əm",
            "q̓ʷa꞉n̓ƛ̓ən̓",
            "Sḵwx̱wú7mesh",
            "ȽÁU,WELṈEW̱",
            "W̱SÁNEĆ",
            "Stó:lō",
            "ᐃᓄᒃᑎᑐᑦ",
            "ᐃᖃᓗᐃᑦ",
            "ᑲᖏᖅᖠᓂᖅ",
            "𑪶𑪳",
            "ᓀᐦᐃᔭᐍᐏᐣ",
            "ᐙᔅᑳᐦᐄᑲᓂᔥ",
            "ᐊᓂᔑᓈᐯᒧᐎᓐ",
            "ᑕᗸᒡ",
            "Siksiká",
            "NunatuKavut",
            "Kangiqłiniq",
            "Dënesųłıné Yatıé",
            "Tłı̨chǫ",
            "Behchokǫ̀",
            "Ɂehdzo Got’ı̨nę",
            "Kwä̀nlin Dün",
            "Trʼondëk Hwëchʼin",
            "Kwakwa̱ka̱ʼwakw",
            "Haíɫzaqvḷa",
            "Ḥuučuqƛisʔatḥ",
            "huuʕiiʔatḥ",
            "Nisg̱a’a",
            "ʔaq̓am",
            "Tk̓emlúps te Secwépemc",
            "nłeʔkepmxcín",
            "Tŝilhqot’in",
            "Kanienʼkehá꞉ka",
            "Gayogo̱hó꞉nǫʼ",
            "Miꞌkmaq",
            "Wəlastəkwey",
            "atikᵘ",
            "W8banaki",
            "Montréal",
            "Trois-Rivières",
            "L’Ancienne-Lorette");

    private TestNames() {}
}
