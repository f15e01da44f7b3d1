package org.entente.node.signin.account;

import org.entente.node.signin.ways.WaysIn;
import org.entente.node.web.FormErrors;

/** What the page on codes by mail shows. */
public record MailCodesView(String email, WaysIn ways, FormErrors errors) {}
