package org.entente.names.profile;

/**
 * Who stands behind a profile.
 *
 * @param name the community or body whose orthography it is; empty when nobody has been asked
 * @param source where the content comes from, and the attribution that its licence asks for
 * @param licence of the content, as an SPDX identifier where there is one
 */
public record Authority(String name, String source, String licence) {
    /** @throws IllegalArgumentException when source or licence is empty: data of unknown origin is not installed */
    public Authority {
        if (source.isEmpty() || licence.isEmpty()) {
            throw new IllegalArgumentException("a profile says where it comes from and under what licence");
        }
    }
}
