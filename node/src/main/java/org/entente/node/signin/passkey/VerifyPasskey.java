package org.entente.node.signin.passkey;

import com.yubico.webauthn.AssertionRequest;
import com.yubico.webauthn.AssertionResult;
import com.yubico.webauthn.FinishAssertionOptions;
import com.yubico.webauthn.FinishRegistrationOptions;
import com.yubico.webauthn.RegistrationResult;
import com.yubico.webauthn.RelyingParty;
import com.yubico.webauthn.data.AuthenticatorAssertionResponse;
import com.yubico.webauthn.data.AuthenticatorAttestationResponse;
import com.yubico.webauthn.data.AuthenticatorSelectionCriteria;
import com.yubico.webauthn.data.ByteArray;
import com.yubico.webauthn.data.ClientAssertionExtensionOutputs;
import com.yubico.webauthn.data.ClientRegistrationExtensionOutputs;
import com.yubico.webauthn.data.PublicKeyCredential;
import com.yubico.webauthn.data.PublicKeyCredentialCreationOptions;
import com.yubico.webauthn.data.PublicKeyCredentialParameters;
import com.yubico.webauthn.data.PublicKeyCredentialRequestOptions;
import com.yubico.webauthn.data.RelyingPartyIdentity;
import com.yubico.webauthn.data.ResidentKeyRequirement;
import com.yubico.webauthn.data.UserIdentity;
import com.yubico.webauthn.data.UserVerificationRequirement;
import com.yubico.webauthn.data.exception.Base64UrlException;
import com.yubico.webauthn.exception.AssertionFailedException;
import com.yubico.webauthn.exception.InvalidSignatureCountException;
import com.yubico.webauthn.exception.RegistrationFailedException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.node.kernel.NodeIdentity;
import org.entente.node.kernel.PersonId;
import org.entente.protocols.ProtocolError;
import org.springframework.stereotype.Component;

/**
 * Verifies what passkeys answer (WebAuthn Level 3 §7.1, §7.2): type, challenge, origin, relying party, the person's
 * presence and verification, signature, count and backup flags. The caller has spent the challenge before.
 */
@Component
class VerifyPasskey {
    /** The kinds of keys that we take, the preferred first. */
    static final List<PublicKeyCredentialParameters> ALGORITHMS = List.of(
            PublicKeyCredentialParameters.ES256,
            PublicKeyCredentialParameters.EdDSA,
            PublicKeyCredentialParameters.RS256);

    private final RelyingPartyIdentity identity;
    private final String origin;

    VerifyPasskey(PasskeyQuestions questions, NodeIdentity node) {
        this.identity = RelyingPartyIdentity.builder()
                .id(questions.relyingPartyId())
                .name(node.origin().getHost())
                .build();
        this.origin = node.origin().toString();
    }

    /**
     * Verifies who is there.
     *
     * @param known the passkey that the answer names
     * @param expected who has to answer; anybody when empty
     */
    AssertionVerdict assertion(PasskeyAnswer answer, Passkeys.Credential known, Optional<PersonId> expected) {
        if (answer.clientData().framed()) {
            return new AssertionVerdict.Refused();
        }
        try {
            AssertionResult result = relyingParty(Optional.of(known))
                    .finishAssertion(FinishAssertionOptions.builder()
                            .request(question(answer, expected))
                            .response(assertion(answer))
                            .build());
            return result.isSuccess() && result.isUserVerified()
                    ? new AssertionVerdict.Proven(known, result.getSignatureCount(), result.isBackedUp())
                    : new AssertionVerdict.Refused();
        } catch (InvalidSignatureCountException e) {
            return new AssertionVerdict.Copied();
        } catch (ProtocolError malformed) {
            throw malformed;
        } catch (AssertionFailedException | Base64UrlException | IOException | RuntimeException e) {
            // The library has no one exception for what is malformed. It computes only: nothing of ours can fail in it.
            return new AssertionVerdict.Refused();
        }
    }

    /** Verifies a new passkey; empty when it cannot be taken. */
    Optional<Passkeys.Credential> registration(PasskeyAnswer answer, PersonId person, byte[] userHandle) {
        if (answer.clientData().framed()) {
            return Optional.empty();
        }
        ByteArray handle = new ByteArray(userHandle);
        try {
            RegistrationResult result = relyingParty(Optional.empty())
                    .finishRegistration(FinishRegistrationOptions.builder()
                            .request(question(answer, person, handle))
                            .response(registration(answer))
                            .build());
            return Optional.of(new Passkeys.Credential(
                            result.getKeyId().getId(),
                            person,
                            handle,
                            result.getPublicKeyCose(),
                            result.getSignatureCount(),
                            answer.transports(),
                            result.isBackupEligible(),
                            result.isBackedUp()))
                    .filter(credential -> result.isUserVerified());
        } catch (ProtocolError malformed) {
            throw malformed;
        } catch (RegistrationFailedException | Base64UrlException | IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private RelyingParty relyingParty(Optional<Passkeys.Credential> known) {
        return RelyingParty.builder()
                .identity(identity)
                .credentialRepository(new KnownCredential(known))
                .origins(Set.of(origin))
                .preferredPubkeyParams(ALGORITHMS)
                .validateSignatureCounter(true)
                .build();
    }

    private AssertionRequest question(PasskeyAnswer answer, Optional<PersonId> expected) {
        return AssertionRequest.builder()
                .publicKeyCredentialRequestOptions(PublicKeyCredentialRequestOptions.builder()
                        .challenge(answer.clientData().challengeBytes())
                        .rpId(identity.getId())
                        .userVerification(UserVerificationRequirement.REQUIRED)
                        .build())
                .username(expected.map(PersonId::toString))
                .build();
    }

    private PublicKeyCredentialCreationOptions question(PasskeyAnswer answer, PersonId person, ByteArray handle) {
        return PublicKeyCredentialCreationOptions.builder()
                .rp(identity)
                .user(UserIdentity.builder()
                        .name(person.toString())
                        .displayName(person.toString())
                        .id(handle)
                        .build())
                .challenge(answer.clientData().challengeBytes())
                .pubKeyCredParams(ALGORITHMS)
                .authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                        .residentKey(ResidentKeyRequirement.REQUIRED)
                        .userVerification(UserVerificationRequirement.REQUIRED)
                        .build())
                .build();
    }

    private static PublicKeyCredential<AuthenticatorAssertionResponse, ClientAssertionExtensionOutputs> assertion(
            PasskeyAnswer answer) throws IOException, Base64UrlException {
        return PublicKeyCredential.<AuthenticatorAssertionResponse, ClientAssertionExtensionOutputs>builder()
                .id(answer.id())
                .response(AuthenticatorAssertionResponse.builder()
                        .authenticatorData(answer.bytes("authenticatorData"))
                        .clientDataJSON(answer.clientDataJson())
                        .signature(answer.bytes("signature"))
                        .userHandle(answer.userHandle())
                        .build())
                .clientExtensionResults(
                        ClientAssertionExtensionOutputs.builder().build())
                .build();
    }

    private static PublicKeyCredential<AuthenticatorAttestationResponse, ClientRegistrationExtensionOutputs>
            registration(PasskeyAnswer answer) throws IOException, Base64UrlException {
        return PublicKeyCredential.<AuthenticatorAttestationResponse, ClientRegistrationExtensionOutputs>builder()
                .id(answer.id())
                .response(AuthenticatorAttestationResponse.builder()
                        .attestationObject(answer.bytes("attestationObject"))
                        .clientDataJSON(answer.clientDataJson())
                        .build())
                .clientExtensionResults(
                        ClientRegistrationExtensionOutputs.builder().build())
                .build();
    }
}
