/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "reports/files/text-document.h"
#include "reports/pages/text-lines.h"

G_BEGIN_DECLS

/**
 * AtlasTextDocument:
 * @body: what stands in office:text, as XML
 * @automatic: the automatic styles that the body has needed so far, as XML
 * @n_automatic: how many of them were made for one paragraph each
 * @master: (nullable): the kind of page that the next paragraph begins
 * @contents: (nullable) (element-type AtlasContentsEntry): all headings, of a text that is long
 * @n_headings: so far
 * @breaks: whether the next paragraph begins a page of the same kind
 * @landscape: whether the body stands on a landscape page
 *
 * A text document while it is written.
 */
typedef struct {
  AtlasReport *report;
  const AtlasReportStyle *style;
  AtlasTextShaper *shaper;
  GString *body;
  GString *automatic;
  guint n_automatic;
  GPtrArray *contents;
  guint n_headings;
  const char *master;
  gboolean breaks;
  gboolean landscape;
} AtlasTextDocument;

/* The kinds of pages. The first has no running head. */
#define ATLAS_MASTER_FIRST "First"
#define ATLAS_MASTER_PORTRAIT "Standard"
#define ATLAS_MASTER_LANDSCAPE "Landscape"

/* The paragraph styles that are no role's. */
#define ATLAS_STYLE_UNIT "Unit"
#define ATLAS_STYLE_FIGURE "Figure"
#define ATLAS_STYLE_FOOTER "Footer"
/* Of left, even pages, where a style on a grid has the page number on the outer side. */
#define ATLAS_STYLE_LEFT_FOOTER "Footer_20_left"
/* Behind the name of a cell's style: its text stands at the right. */
#define ATLAS_STYLE_NUMBER "_20_Number"

/* Of the headings in the list of contents, and what marks the n-th heading. */
#define ATLAS_CONTENTS_LEVELS 2
#define ATLAS_HEADING_BOOKMARK "Heading_%u"

/* text-document-body.c */
double      atlas_text_document_get_width       (const AtlasTextDocument *self, gboolean landscape);
/* The name for the style of the next paragraph: STYLE, or one made after it that begins a page as well; (transfer full). */
char       *atlas_text_document_dup_paragraph_style (AtlasTextDocument *self, const char *style)
  G_GNUC_WARN_UNUSED_RESULT;
void        atlas_text_document_add_paragraph   (AtlasTextDocument *self, const char *style, const char *text);
/* What follows stands on a page that lies so. */
void        atlas_text_document_turn            (AtlasTextDocument *self, gboolean landscape);
/* text-document-contents.c */
void        atlas_text_document_append_contents_styles (const AtlasTextDocument *self, GString *xml);
void        atlas_text_document_add_contents    (AtlasTextDocument *self, const AtlasBlock *block);
/* text-document-styles.c */
const char *atlas_text_document_get_style_name (AtlasTextRole role);
void        atlas_text_document_append_fonts   (const AtlasTextDocument *self, GString *xml);
void        atlas_text_document_append_styles  (const AtlasTextDocument *self, GString *xml);
/* text-document-pages.c */
void        atlas_text_document_append_page_layouts (const AtlasTextDocument *self, GString *xml);
void        atlas_text_document_append_masters (const AtlasTextDocument *self, GString *xml);
/* text-document-tables.c */
void        atlas_text_document_append_cell_styles (const AtlasTextDocument *self, GString *xml);
void        atlas_text_document_add_table       (AtlasTextDocument *self, const AtlasBlock *block);
void        atlas_text_document_add_key_figures (AtlasTextDocument *self, const AtlasBlock *block);
/* text-document-charts.c */
void        atlas_text_document_add_chart       (AtlasTextDocument *self, const AtlasBlock *block);

G_END_DECLS
