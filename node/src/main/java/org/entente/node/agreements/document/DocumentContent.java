package org.entente.node.agreements.document;

import java.net.URI;
import java.util.List;
import org.entente.node.kernel.Text;

/**
 * What a document says, read but not yet checked against itself.
 *
 * @param name the last segment of its address
 * @param supersedes the hash of the version before, at most one
 * @param notice what a reader must know first, at most one
 */
record DocumentContent(
        URI id,
        String name,
        int version,
        List<String> supersedes,
        Text title,
        List<Text> notice,
        List<Paragraph> paragraphs,
        List<Party> parties,
        Term term,
        AccessionRule accession,
        int suspensionQuorum,
        List<Clause> clauses,
        List<GoldenCase> goldenCases) {}
