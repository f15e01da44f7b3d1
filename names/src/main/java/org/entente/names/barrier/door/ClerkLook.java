package org.entente.names.barrier.door;

import com.ibm.icu.text.Normalizer2;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.entente.names.barrier.Evidence;
import org.entente.names.barrier.Finding;
import org.entente.names.barrier.Wording;

/**
 * B54: whether staff can write a name, find its record by a number, and learn how it is said. The row says which of the three
 * was tried.
 *
 * @param reference of the control's record; empty where it was not accepted
 */
record ClerkLook(
        Browser browser,
        Description description,
        Consumer<URI> go,
        Function<String, List<String>> search,
        Optional<String> reference) {
    /** What was tried, what was not and why, and what is lacking. */
    private record Seen(List<Wording> tried, List<Wording> untried, List<Evidence> lacking) {
        void tried(String key, boolean there, Evidence otherwise) {
            tried.add(Wording.of(key));
            if (!there) {
                lacking.add(otherwise);
            }
        }
    }

    Finding look() {
        if (description.clerk().isEmpty()) {
            return new Finding.NotApplicable(Wording.of("no-clerk"));
        }
        Seen seen = new Seen(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        go.accept(description.address(description.clerk(), "{ref}", ""));
        seen.tried("tested.picker", isThere("picker"), new Evidence("clerk", "", "", Wording.of("no-picker")));
        number(seen);
        said(seen);
        return seen.lacking().isEmpty() ? new Finding.NotFound(tested(seen)) : new Finding.Found(seen.lacking());
    }

    /** By a number that is none of the name's letters. */
    private void number(Seen seen) {
        if (description.search().isEmpty() || reference.isEmpty()) {
            seen.untried().add(Wording.of("untried.number"));
        } else if (plain(reference.get()).contains(plain(FormLook.CONTROL))) {
            seen.untried().add(Wording.of("untried.number-is-name"));
        } else {
            String number = reference.get();
            seen.tried(
                    "tested.number",
                    search.apply(number).stream().anyMatch(found -> found.contains(FormLook.CONTROL)),
                    new Evidence("clerk", number, "", Wording.of("not-found-by", FormLook.CONTROL)));
        }
    }

    /**
     * Where staff hear a name or read how it is said, of a name of which that was told: at an address, or, where that is "", on the
     * page that a search by the record's number gives.
     */
    private void said(Seen seen) {
        if (description.said().isEmpty() || reference.isEmpty()) {
            seen.untried().add(Wording.of("untried.said"));
            return;
        }
        Description.Place place = description.said().get();
        if (place.address().isEmpty()) {
            var shown = search.apply(reference.get());
        } else {
            go.accept(description.address(place.address(), "{ref}", reference.get()));
        }
        seen.tried(
                "tested.said",
                isThere("said", place.selector()),
                new Evidence("clerk", FormLook.CONTROL, "", Wording.of("not-said", place.selector())));
    }

    private boolean isThere(String function, String... arguments) {
        return browser.evaluate(Scripts.call(function, arguments)).equals("there");
    }

    private static Wording tested(Seen seen) {
        Wording tried = Wording.list(seen.tried());
        return seen.untried().isEmpty()
                ? Wording.of("tested.clerk", tried)
                : Wording.of("tested.clerk-in-part", tried, Wording.list(seen.untried()));
    }

    private static String plain(String text) {
        return Normalizer2.getNFKCCasefoldInstance().normalize(text);
    }
}
