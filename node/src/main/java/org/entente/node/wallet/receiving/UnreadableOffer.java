package org.entente.node.wallet.receiving;

import java.util.List;
import org.entente.node.wallet.receiving.OfferView.StepView;

/** Why a link leads to no offer. */
public record UnreadableOffer(Problem problem, List<StepView> steps) {}
