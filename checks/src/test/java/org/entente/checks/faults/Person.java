package org.entente.checks.faults;

import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import org.entente.node.people.TestMailbox;
import org.entente.node.signin.TestBrowser;
import org.entente.node.signin.TestOAuthClient;
import org.entente.node.signin.TestWallet;

/** Somebody with a browser without scripts: keeps its cookies, follows nothing by itself. */
final class Person {
    private final Door door;
    private final Map<String, String> cookies;

    Person(Door door) {
        this(door, Map.of());
    }

    private Person(Door door, Map<String, String> cookies) {
        this.door = door;
        this.cookies = new ConcurrentSkipListMap<>(cookies);
    }

    /** A browser with the same cookies at another door of the same node; what one gets from now on, the other does not. */
    Person at(Door other) {
        return new Person(other, cookies);
    }

    Answer get(String path) {
        return keep(door.get(path, cookie()));
    }

    /** Goes where an answer leads, within its own node; also where it leads to a page's language first. */
    Answer follow(Answer answer) {
        Answer led = answer.status() == 302 ? answer : answer.expect(303);
        return get(Door.path(led.location()));
    }

    Answer post(String path, Map<String, String> form) {
        return keep(door.post(
                path,
                Door.FORM,
                TestOAuthClient.form(form),
                cookie(),
                "Origin: " + door.origin(),
                "Sec-Fetch-Site: same-origin"));
    }

    /** Asks for a code by mail. */
    String askForCode(TestMailbox mailbox, String email) {
        post("/en/sign-in", Map.of("email", email)).expect(303);
        return TestBrowser.code(mailbox);
    }

    Answer giveCode(String code) {
        return post("/en/sign-in/code", Map.of("code", code));
    }

    /** Signs in with the code from the mail. */
    Person signIn(TestMailbox mailbox, String email) {
        giveCode(askForCode(mailbox, email)).expect(303);
        return this;
    }

    /** Is found in the register. */
    Person match(Residents.Resident resident) {
        post("/en/attestations/match/residents", resident.knows()).expect(303);
        return this;
    }

    /** Goes with a request that a wallet pushed to the page that asks; says which page that is. */
    String open(String requestUri) {
        URI page = get(TestWallet.address(requestUri)).expect(303).location();
        get(Door.path(page)).expect(200);
        return Door.path(page);
    }

    /** Says yes to the wallet; gives the code that the wallet then has. */
    String allow(String page) {
        return code(post(page, Map.of("answer", "allow")).expect(303));
    }

    /** The code in the answer to a wallet. */
    static String code(Answer answer) {
        return TestWallet.read(answer.location().toString())
                        instanceof org.entente.protocols.oauth.AuthorizationAnswer.Code code
                ? code.code()
                : "";
    }

    private String cookie() {
        return "Cookie: "
                + cookies.entrySet().stream()
                        .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                        .collect(Collectors.joining("; "));
    }

    private Answer keep(Answer answer) {
        for (String cookie : answer.head().values("Set-Cookie")) {
            String pair = cookie.substring(0, cookie.indexOf(';'));
            String name = pair.substring(0, pair.indexOf('='));
            if (pair.length() == name.length() + 1) {
                cookies.remove(name);
            } else {
                cookies.put(name, pair.substring(name.length() + 1));
            }
        }
        return answer;
    }
}
