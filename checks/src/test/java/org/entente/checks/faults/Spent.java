package org.entente.checks.faults;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.entente.node.signin.TestOAuthClient;
import org.entente.node.signin.TestWallet;

/**
 * What was used up by requests that were answered, sent again at a balancer while processes die and once more when it is over:
 * nonces of credential requests, proofs of possession, pushed requests and authorization codes. Each is refused by its own word;
 * any other answer is a fault.
 */
final class Spent {
    private static final String PUSH = "/oauth/par";

    /** Long enough for a process to die meanwhile, and within the life of a proof. */
    private static final long LATER_NANOS = TimeUnit.SECONDS.toNanos(3);

    private final Door door;
    private final Person person;
    private final Queue<Nonce> nonces = new ConcurrentLinkedQueue<>();
    private final Queue<Permission> permissions = new ConcurrentLinkedQueue<>();

    Spent(Provinces provinces) {
        Residents.Resident resident = provinces.residents().next();
        this.door = provinces.quebec().door();
        this.person = new Person(door)
                .signIn(provinces.mailbox(), resident.number().replace(" ", "-") + "@example.org")
                .match(resident);
    }

    /** A nonce, in the credential request that bought a batch with it. */
    record Nonce(String request) {
        /** Asks for the batch once more, by a token of whatever wallet. */
        void isRefused(Holder wallet, String token) {
            Spent.isRefused(wallet.credential(token, request), "invalid_nonce");
        }
    }

    /** A permission, from the request that was pushed for it to the code that was exchanged. */
    private record Permission(Holder holder, String pushed, String proof, String requestUri, String code) {}

    /** The nonce of a request that was answered with a batch. */
    Nonce nonce(String request) {
        Nonce nonce = new Nonce(request);
        nonces.add(nonce);
        return nonce;
    }

    /** Obtains a permission, and tries all that it took once more; says what it does after each answer. */
    void play(Runnable answered) {
        Holder holder = new Holder(door);
        String form = TestOAuthClient.form(TestWallet.request());
        String proof = holder.proof(PUSH, "");
        Answer pushed = holder.send(PUSH, Door.FORM, form, "", proof).expect(201);
        answered.run();
        String requestUri = pushed.json().path("request_uri").asString("");
        String code = person.allow(person.open(requestUri));
        answered.run();
        holder.exchange(code).expect(200);
        answered.run();
        Permission permission = new Permission(holder, form, proof, requestUri, code);
        permissions.add(permission);
        LockSupport.parkNanos(LATER_NANOS);
        isRefused(permission);
        answered.run();
    }

    /** Everything once more; what is too old by now is refused by the same words. */
    void allIsRefused(Holder wallet, String freshToken) {
        if (permissions.isEmpty() || nonces.isEmpty()) {
            throw new Unexpected("nothing was used up");
        }
        permissions.forEach(this::isRefused);
        nonces.forEach(nonce -> nonce.isRefused(wallet, freshToken));
    }

    private void isRefused(Permission permission) {
        Holder holder = permission.holder();
        isRefused(holder.send(PUSH, Door.FORM, permission.pushed(), "", permission.proof()), "invalid_dpop_proof");
        Answer opened = person.get(TestWallet.address(permission.requestUri())).expect(303);
        if (!opened.location().getPath().endsWith("/authorize/unopened")) {
            throw new Unexpected("a pushed request that was answered was opened: " + opened);
        }
        isRefused(holder.exchange(permission.code()), "invalid_grant");
    }

    private static void isRefused(Answer answer, String error) {
        if (!answer.expect(400).error().equals(error)) {
            throw new Unexpected("expected " + error + " and was answered " + answer);
        }
    }
}
