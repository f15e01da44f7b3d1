package org.entente.checks.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.entente.node.signin.TestAuthenticator;
import org.entente.node.signin.TestOAuthClient;

/**
 * What one person goes through, each request at a balancer: signs in by mail and makes a passkey, signs in with it elsewhere, is
 * found in the register, receives a batch by an offer and another by permission, renews it, shows a copy, has a wallet of a third
 * node receive a batch by an offer and another by permission and show a copy on a service's page, and loses all when the record
 * is revoked.
 */
final class Journey {
    private static final int BATCH_OF_OUR_WALLET = 10;
    private static final Pattern WAY_TO_THE_WALLET = Pattern.compile("href=\"([^\"]*/wallet/present\\?[^\"]+)\"");

    private final Provinces provinces;
    private final Runnable between;
    private final Residents.Resident resident;

    /**
     * A journey of somebody new.
     *
     * @param between what happens between two of its steps
     */
    Journey(Provinces provinces, Runnable between) {
        this.provinces = provinces;
        this.between = between;
        this.resident = provinces.residents().next();
    }

    void play() {
        String email = resident.number().replace(" ", "-") + "@example.org";
        Person person = byPasskey(email);
        person.match(resident);
        between.run();
        List<Holder.Copy> offered = byOffer();
        List<Holder.Copy> allowed = byPermission(person);
        assertThat(isAccepted(offered.getFirst())).isTrue();
        assertThat(isAccepted(allowed.getFirst())).isTrue();
        between.run();
        byOurWallet(email, person);
        between.run();
        assertThat(new Ministry(provinces.quebec().door()).revoke(resident.number()))
                .isEqualTo(offered.size() + allowed.size() + 2 * BATCH_OF_OUR_WALLET);
        between.run();
        // Copies of two batches may stand in two lists, which are mirrored one after the other.
        Provinces.until("one revocation at the verifier", () -> !isAccepted(offered.getLast()));
        Provinces.until("the other revocation at the verifier", () -> !isAccepted(allowed.getLast()));
    }

    /** Makes a passkey where a code from the mail has signed in, and signs in with it in a browser that has nothing of that. */
    private Person byPasskey(String email) {
        Person first = new Person(provinces.quebec().door());
        String code = first.askForCode(provinces.mailbox(), email);
        between.run();
        first.giveCode(code).expect(303);
        between.run();
        TestAuthenticator authenticator =
                new TestAuthenticator(provinces.quebec().origin().toString());
        String question = first.post("/en/account/passkeys/add/question", Map.of())
                .expect(200)
                .text();
        between.run();
        first.post("/en/account/passkeys/add", Map.of("name", "Clé", "answer", authenticator.create(question)))
                .expect(303);
        between.run();
        Person person = new Person(provinces.quebec().door());
        String challenge = person.post("/en/sign-in/passkey/question", Map.of())
                .expect(200)
                .text();
        between.run();
        person.post("/en/sign-in/passkey", Map.of("answer", authenticator.get(challenge)))
                .expect(303);
        between.run();
        return person;
    }

    private List<Holder.Copy> byOffer() {
        Door door = provinces.quebec().door();
        Offered offered = new Ministry(door).offer(resident.number(), Holder.IDENTITY);
        between.run();
        Holder holder = new Holder(door);
        String token = Holder.accessToken(holder.redeem(offered));
        between.run();
        return holder.obtain(token, 3);
    }

    private List<Holder.Copy> byPermission(Person person) {
        Holder holder = new Holder(provinces.quebec().door());
        String request = holder.push().expect(201).json().path("request_uri").asString("");
        between.run();
        String page = person.open(request);
        between.run();
        String code = person.allow(page);
        between.run();
        Answer tokens = holder.exchange(code).expect(200);
        between.run();
        List<Holder.Copy> first = holder.obtain(Holder.accessToken(tokens), 2);
        between.run();
        Answer renewed = holder.refresh(Holder.refreshToken(tokens)).expect(200);
        between.run();
        first.addAll(holder.obtain(Holder.accessToken(renewed), 2));
        return first;
    }

    private void byOurWallet(String email, Person atTheIssuer) {
        Person holder = new Person(provinces.wallet().door());
        String code = holder.askForCode(provinces.mailbox(), email);
        between.run();
        holder.giveCode(code).expect(303);
        Offered offered = new Ministry(provinces.quebec().door()).offer(resident.number(), Holder.IDENTITY);
        between.run();
        String address = TestOAuthClient.form(
                Map.of("credential_offer_uri", offered.address().toString()));
        String offer =
                Door.path(holder.get("/en/wallet/offer?" + address).expect(303).location());
        between.run();
        holder.post(offer + "/accept", Map.of("tx_code", offered.transactionCode()))
                .expect(303);
        between.run();
        assertThat(holder.get("/en/wallet").expect(200).text()).contains(BATCH_OF_OUR_WALLET + " unused copies");
        onAServicesPage(holder);
        between.run();
        byPermissionInOurWallet(holder, atTheIssuer);
    }

    /** Our wallet leads its holder to the issuer and back; state, verifier and key are what another process had made. */
    private void byPermissionInOurWallet(Person holder, Person atTheIssuer) {
        String issuer = provinces.quebec().origin() + Holder.ISSUER;
        String offer = Door.path(holder.post("/en/wallet/issuer", Map.of("issuer", issuer, "type", Holder.IDENTITY))
                .expect(303)
                .location());
        between.run();
        URI asking = holder.post(offer + "/ask", Map.of()).expect(303).location();
        between.run();
        URI page = atTheIssuer.get(Door.path(asking)).expect(303).location();
        between.run();
        atTheIssuer.get(Door.path(page)).expect(200);
        between.run();
        URI back = atTheIssuer
                .post(Door.path(page), Map.of("answer", "allow"))
                .expect(303)
                .location();
        between.run();
        Answer inALanguage = holder.get(Door.path(back));
        between.run();
        holder.follow(inALanguage).expect(303);
        between.run();
        assertThat(holder.get(offer).expect(200).text()).contains("Your attestation is in your wallet");
        between.run();
        assertThat(holder.get("/en/wallet").expect(200).text()).contains(BATCH_OF_OUR_WALLET + " unused copies");
    }

    private void onAServicesPage(Person holder) {
        Person visitor = new Person(provinces.columbia().door());
        Answer started = visitor.post("/en/services/arrival", Map.of());
        between.run();
        var link = WAY_TO_THE_WALLET.matcher(visitor.follow(started).expect(200).text());
        assertThat(link.find()).isTrue();
        between.run();
        Answer inOurLanguage = holder.get(Door.path(URI.create(link.group(1).replace("&amp;", "&"))));
        between.run();
        String request = Door.path(holder.follow(inOurLanguage).expect(303).location());
        between.run();
        assertThat(holder.get(request).expect(200).text()).contains("british-columbia.localhost");
        between.run();
        URI back = holder.post(request + "/agree", Map.of()).expect(303).location();
        between.run();
        Answer confirmed = visitor.follow(visitor.get(Door.path(back)));
        assertThat(confirmed.expect(200).text()).contains("Your reference number", "clause 3.1");
    }

    private boolean isAccepted(Holder.Copy copy) {
        Verifier verifier = new Verifier(provinces.columbia().door());
        Verifier.Question question = verifier.ask();
        between.run();
        Answer taken = verifier.take(question, Verifier.show(question, copy));
        between.run();
        return verifier.isAccepted(question, taken);
    }
}
