package org.entente.node.names;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.entente.names.NameReading;
import org.entente.names.NameText;
import org.entente.names.barrier.probe.Output;
import org.entente.names.barrier.probe.Reply;
import org.entente.names.letters.Alphabet;
import org.entente.names.letters.Proposal;
import org.entente.names.letters.Spelling;
import org.entente.names.profile.OpenProfile;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What the pages of names say, as the audit's own door reads them. */
final class OwnPages {
    private OwnPages() {}

    /** What a browser sends of a page that somebody only agrees to. */
    static Map<String, String> ticked(Document check) {
        return Map.of(
                "yes", String.join(",", check.select("input[name=yes][checked]").eachAttr("value")));
    }

    /** A draft gives back what was sent, composed or not, with what nobody sees; only what is recorded of it is handed on. */
    static String field(Document draft, String field) {
        String written = draft.expectFirst("#field-" + field).val();
        if (!(NameText.read(written) instanceof NameReading.Accepted(NameText name))) {
            return written;
        }
        Spelling spelling = Alphabet.of(OpenProfile.get()).read(name);
        return spelling.with(spelling.proposals().stream()
                        .filter(proposal -> proposal.reason() == Proposal.Reason.INVISIBLE)
                        .toList())
                .value();
    }

    static String name(Document page, String field) {
        return switch (field) {
            case OwnDoor.FULL -> page.expectFirst("h1 .name, p.shown .name").wholeText();
            case "given" -> text(page, "dl.summary > div:has(dt:containsOwn(given name)) .name");
            default -> text(page, "dl.summary > div:has(dt:containsOwn(family name)) .name");
        };
    }

    static String text(Document page, String selector) {
        return String.join(
                " ", page.select(selector).stream().map(Element::wholeText).toList());
    }

    static Output output(String outlet, Output.Kind kind, String text) {
        return new Output(new Output.Outlet(outlet, kind, ""), text);
    }

    /** The forms of a name for some channels, approved or proposed. */
    static List<Output> forms(TestPerson bearer, String name, Output.Kind kind, List<String> channels) {
        Document forms = bearer.page(name + "/forms");
        return channels.stream()
                .map(channel -> new Output(
                        new Output.Outlet("forms", kind, channel),
                        forms.expectFirst("#field-form-" + channel).val()))
                .toList();
    }

    static Reply.Refused refused(HttpResponse<String> answer) {
        return new Reply.Refused(
                answer.statusCode(),
                Jsoup.parse(answer.body()).select(".error, .error-summary").text());
    }
}
