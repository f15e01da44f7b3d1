package org.entente.node.signin.passkey;

import com.yubico.webauthn.CredentialRepository;
import com.yubico.webauthn.RegisteredCredential;
import com.yubico.webauthn.data.ByteArray;
import com.yubico.webauthn.data.PublicKeyCredentialDescriptor;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * All that the verifying library needs to know: the passkey whose id an answer names, or that there is none. What it calls
 * a user's name is the person's identifier.
 */
record KnownCredential(Optional<Passkeys.Credential> credential) implements CredentialRepository {
    @Override
    public Set<PublicKeyCredentialDescriptor> getCredentialIdsForUsername(String username) {
        return credential
                .filter(each -> each.person().toString().equals(username))
                .map(each ->
                        PublicKeyCredentialDescriptor.builder().id(each.id()).build())
                .stream()
                .collect(Collectors.toSet());
    }

    @Override
    public Optional<ByteArray> getUserHandleForUsername(String username) {
        return credential
                .filter(each -> each.person().toString().equals(username))
                .map(Passkeys.Credential::userHandle);
    }

    @Override
    public Optional<String> getUsernameForUserHandle(ByteArray userHandle) {
        return credential
                .filter(each -> each.userHandle().equals(userHandle))
                .map(each -> each.person().toString());
    }

    @Override
    public Optional<RegisteredCredential> lookup(ByteArray credentialId, ByteArray userHandle) {
        return credential
                .filter(each -> each.id().equals(credentialId))
                .filter(each -> each.userHandle().equals(userHandle))
                .map(KnownCredential::registered);
    }

    @Override
    public Set<RegisteredCredential> lookupAll(ByteArray credentialId) {
        return credential.filter(each -> each.id().equals(credentialId)).map(KnownCredential::registered).stream()
                .collect(Collectors.toSet());
    }

    private static RegisteredCredential registered(Passkeys.Credential credential) {
        return RegisteredCredential.builder()
                .credentialId(credential.id())
                .userHandle(credential.userHandle())
                .publicKeyCose(credential.publicKey())
                .signatureCount(credential.signatureCount())
                .backupEligible(credential.backupEligible())
                .backupState(credential.backedUp())
                .build();
    }
}
