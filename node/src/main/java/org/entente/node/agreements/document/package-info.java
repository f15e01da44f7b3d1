/**
 * The entente as a document: its published schema, its records, its hash, its signatures, and the tie between each clause
 * and the text it implements. Pure: knows no database, no clock, no network, and not what has happened since it was signed.
 */
@NullMarked
package org.entente.node.agreements.document;

import org.jspecify.annotations.NullMarked;
