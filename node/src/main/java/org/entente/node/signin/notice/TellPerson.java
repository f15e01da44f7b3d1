package org.entente.node.signin.notice;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.entente.node.kernel.Language;
import org.entente.node.kernel.NodeIdentity;
import org.entente.node.kernel.PersonId;
import org.entente.node.kernel.Text;
import org.entente.node.people.Notice;
import org.entente.node.people.People;
import org.entente.node.signin.device.DeviceFamily;
import org.entente.node.web.Messages;
import org.entente.node.web.WebSettings;
import org.springframework.stereotype.Component;

/** Tells a person by mail what happened to the person's sign-in, when, and in what kind of browser. */
@Component
public class TellPerson {
    private static final DateTimeFormatter DAY_AND_TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    private final People people;
    private final Messages messages;
    private final NodeIdentity node;
    private final WebSettings web;

    TellPerson(People people, Messages messages, NodeIdentity node, WebSettings web) {
        this.people = people;
        this.messages = messages;
        this.node = node;
        this.web = web;
    }

    /** Joins the caller's transaction: the mail leaves when, and only if, that commits. */
    public void tell(PersonId person, SecurityNews news, DeviceFamily where, Instant now) {
        Text subject = new Text(subject(Language.FR, news), subject(Language.EN, news));
        Text body = new Text(body(Language.FR, news, where, now), body(Language.EN, news, where, now));
        people.notify(person, new Notice(subject, body), now);
    }

    private String subject(Language language, SecurityNews news) {
        return messages.say(
                language, "signin.news." + news.key() + ".subject", node.name().in(language));
    }

    private String body(Language language, SecurityNews news, DeviceFamily where, Instant now) {
        String what = messages.say(
                language, "signin.news." + news.key() + ".what", node.name().in(language));
        return messages.say(
                language,
                "signin.news.body",
                what,
                DAY_AND_TIME.format(now.atZone(web.zone())),
                describe(language, where),
                node.origin() + "/" + language.code() + "/account");
    }

    /** A kind of browser in words: "Firefox on Windows". */
    public String describe(Language language, DeviceFamily family) {
        String browser = family.browser().label();
        String platform = family.platform().label();
        return messages.say(
                language,
                "signin.device.name",
                browser.isEmpty() ? messages.say(language, "signin.device.other-browser") : browser,
                platform.isEmpty() ? messages.say(language, "signin.device.other-platform") : platform);
    }
}
