package org.entente.names.profile;

import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The profiles that an operator has installed, by id. A value: installing gives a new one. What says that a community approved
 * it comes in by that community's key and by no other way.
 *
 * <pre>{@code
 * Profiles installed = Profiles.none()
 *         .withDrafts(DraftProfiles.all())
 *         .withDrafts(FpccFolder.load(folder).profiles())
 *         .withSigned(SignedProfile.read(json), keyOfTheCommunity);
 * installed.find("fpcc:ktunaxa");
 * installed.ofLanguage("hur"); // several: which of them, only the person knows
 * }</pre>
 */
public final class Profiles {
    /** The most profiles. */
    public static final int MAX_PROFILES = 5_000;

    private static final Profiles NONE = new Profiles(Map.of(), List.of());

    private final Map<String, Installed> byId;
    private final List<Revocation> revocations;

    private record Installed(Profile profile, Optional<PublicKey> key) {}

    private Profiles(Map<String, Installed> byId, List<Revocation> revocations) {
        if (byId.size() > MAX_PROFILES) {
            throw new IllegalArgumentException("more than " + MAX_PROFILES + " profiles");
        }
        this.byId = Collections.unmodifiableMap(byId);
        this.revocations = List.copyOf(revocations);
    }

    /** Nothing but the open profile. */
    public static Profiles none() {
        return NONE;
    }

    /**
     * Adds drafts; one of the same id gives way, unless it was signed.
     *
     * @throws IllegalArgumentException when one is said to be approved, or would replace a signed one
     */
    public Profiles withDrafts(Collection<Profile> drafts) {
        Map<String, Installed> added = new TreeMap<>(byId);
        for (Profile draft : drafts) {
            if (draft.status() != Status.DRAFT) {
                throw new IllegalArgumentException(
                        "an approved profile is installed with its signature: " + draft.id());
            }
            requireFree(draft.id(), Optional.empty());
            added.put(draft.id(), new Installed(draft, Optional.empty()));
        }
        return new Profiles(added, revocations);
    }

    /**
     * Adds a signed profile; one of the same id gives way, if it was a draft or signed by the same key.
     *
     * @param key the community's, obtained from the community
     * @throws IllegalArgumentException when the key did not sign it or has revoked it, or another's would be replaced
     */
    public Profiles withSigned(SignedProfile signed, PublicKey key) {
        String id = signed.profile().id();
        if (!signed.isSignedBy(key)) {
            throw new IllegalArgumentException("the signature is not of this key: " + id);
        }
        if (revocations.stream().anyMatch(revoked -> revoked.profileId().equals(id) && revoked.isSignedBy(key))) {
            throw new IllegalArgumentException("its community has taken this profile back: " + id);
        }
        requireFree(id, Optional.of(key));
        Map<String, Installed> added = new TreeMap<>(byId);
        added.put(id, new Installed(signed.profile(), Optional.of(key)));
        return new Profiles(added, revocations);
    }

    /**
     * Takes a profile out because its community says so. It does not come in again under the same key: what was published
     * once can be sent by anybody.
     *
     * @throws IllegalArgumentException when the key that signed the profile did not sign the revocation
     */
    public Profiles without(Revocation revocation) {
        Optional<PublicKey> key =
                Optional.ofNullable(byId.get(revocation.profileId())).flatMap(Installed::key);
        if (key.isEmpty() || !revocation.isSignedBy(key.get())) {
            throw new IllegalArgumentException("only who signed a profile revokes it: " + revocation.profileId());
        }
        Map<String, Installed> rest = new TreeMap<>(byId);
        rest.remove(revocation.profileId());
        List<Revocation> all = new ArrayList<>(revocations);
        all.add(revocation);
        return new Profiles(rest, all);
    }

    /** The profile of this id; the open one has the id {@link OpenProfile#ID}. */
    public Optional<Profile> find(String id) {
        return id.equals(OpenProfile.ID)
                ? Optional.of(OpenProfile.get())
                : Optional.ofNullable(byId.get(id)).map(Installed::profile);
    }

    /** Whose signature the profile of this id came in by; none for a draft. */
    public Optional<PublicKey> signerOf(String id) {
        return Optional.ofNullable(byId.get(id)).flatMap(Installed::key);
    }

    /** The profile of this id, or the open one: a name is never refused because nobody wrote its alphabet down. */
    public Profile findOrOpen(String id) {
        return find(id).orElseGet(OpenProfile::get);
    }

    /** All whose tag has this primary language, by id. */
    public List<Profile> ofLanguage(String language) {
        return all().stream()
                .filter(profile -> primary(profile.bcp47()).equals(primary(language)))
                .toList();
    }

    /** All, by id; without the open one. */
    public List<Profile> all() {
        List<Profile> all = new ArrayList<>();
        byId.values().forEach(installed -> all.add(installed.profile()));
        return Collections.unmodifiableList(all);
    }

    private void requireFree(String id, Optional<PublicKey> key) {
        Optional<PublicKey> holder = Optional.ofNullable(byId.get(id)).flatMap(Installed::key);
        if (id.equals(OpenProfile.ID) || (holder.isPresent() && !holder.equals(key))) {
            throw new IllegalArgumentException("this id belongs to another: " + id);
        }
    }

    private static String primary(String tag) {
        int end = tag.indexOf('-');
        return end < 0 ? tag : tag.substring(0, end);
    }
}
