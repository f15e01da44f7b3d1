package org.entente.node.verification.proof;

import org.entente.node.kernel.NodeIdentity;
import org.entente.node.kernel.Organisation;
import org.entente.node.kernel.Text;
import org.entente.node.web.NotFound;
import org.entente.node.web.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** Shows why a presentation was accepted or at which step it was refused, to whoever knows its unguessable name. */
@Controller
class ProofPage {
    private final Proofs proofs;
    private final NodeIdentity node;
    private final Pages pages;

    ProofPage(Proofs proofs, NodeIdentity node, Pages pages) {
        this.proofs = proofs;
        this.node = node;
        this.pages = pages;
    }

    @GetMapping("/{language}/proofs/{id}")
    ModelAndView proof(@PathVariable String id) {
        Proof proof = proofs.find(id).orElseThrow(NotFound::new);
        Text verifier =
                node.organisation(proof.organisation()).map(Organisation::name).orElse(node.name());
        return pages.page("verification/proof", ProofView.of(proof, verifier));
    }
}
