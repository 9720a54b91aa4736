/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "reports/files/text-document-private.h"
#include "reports/files/xml-text.h"

#define STYLE_TITLE "Contents_20_Heading"
#define STYLE_ROW "Contents_20_%u"
/* Neither blue nor underlined, as links are of themselves. */
#define STYLE_LINK "Index_20_Link"
/* Of each level further in, in characters. */
#define INDENT 1.5

static double
get_character (const AtlasTextDocument *self)
{
  return self->style->texts[ATLAS_TEXT_BODY].size;
}

static void
append_row_style (const AtlasTextDocument *self,
                  guint                    level,
                  GString                 *xml)
{
  double left = (level - 1) * INDENT * get_character (self);

  g_string_append_printf (xml, "<style:style style:family=\"paragraph\" style:name=\"" STYLE_ROW
                               "\" style:display-name=\"Contents %u\" style:parent-style-name=\"Standard\""
                               " style:class=\"index\"><style:paragraph-properties", level, level);
  atlas_xml_append_length (xml, "fo:margin-left", left);
  atlas_xml_append_length (xml, "fo:line-height",
                           atlas_report_style_get_leading (self->style, ATLAS_TEXT_BODY,
                                                           atlas_report_get_language (self->report)));
  g_string_append (xml, "><style:tab-stops><style:tab-stop style:type=\"right\" style:leader-style=\"dotted\""
                        " style:leader-text=\".\"");
  /* From where the paragraph begins. */
  atlas_xml_append_length (xml, "style:position", atlas_text_document_get_width (self, FALSE) - left);
  g_string_append (xml, "/></style:tab-stops></style:paragraph-properties></style:style>\n");
}

void
atlas_text_document_append_contents_styles (const AtlasTextDocument *self,
                                            GString                 *xml)
{
  g_string_append_printf (xml, "<style:style style:family=\"paragraph\" style:name=\"" STYLE_TITLE
                               "\" style:display-name=\"Contents Heading\" style:parent-style-name=\"%s\""
                               " style:class=\"index\"/>\n",
                          atlas_text_document_get_style_name (ATLAS_TEXT_TITLE));
  g_string_append (xml, "<style:style style:family=\"text\" style:name=\"" STYLE_LINK "\" style:display-name=\"Index Link\">"
                        "<style:text-properties style:use-window-font-color=\"true\" style:text-underline-style=\"none\"/>"
                        "</style:style>\n");
  for (guint level = 1; level <= ATLAS_CONTENTS_LEVELS; level++)
    append_row_style (self, level, xml);
}

/* What the office program makes the list of when it is told to bring it up to date. */
static void
append_source (AtlasTextDocument *self,
               const char        *title)
{
  g_string_append_printf (self->body, "<text:table-of-content-source text:outline-level=\"%d\""
                                      " text:use-index-marks=\"false\"><text:index-title-template text:style-name=\"" STYLE_TITLE
                                      "\">", ATLAS_CONTENTS_LEVELS);
  atlas_xml_append_text (self->body, title);
  g_string_append (self->body, "</text:index-title-template>\n");
  for (guint level = 1; level <= ATLAS_CONTENTS_LEVELS; level++)
    g_string_append_printf (self->body, "<text:table-of-content-entry-template text:outline-level=\"%u\" text:style-name=\""
                                        STYLE_ROW "\"><text:index-entry-link-start text:style-name=\"" STYLE_LINK "\"/><text:index-entry-text/>"
                                        "<text:index-entry-tab-stop style:type=\"right\" style:leader-char=\".\"/>"
                                        "<text:index-entry-page-number/><text:index-entry-link-end/>"
                                        "</text:table-of-content-entry-template>\n", level, level);
  g_string_append (self->body, "</text:table-of-content-source>\n");
}

static void
append_row (AtlasTextDocument        *self,
            const AtlasContentsEntry *entry,
            guint                     n)
{
  g_string_append_printf (self->body, "<text:p text:style-name=\"" STYLE_ROW "\"><text:a xlink:type=\"simple\" text:style-name=\""
                                      STYLE_LINK "\" text:visited-style-name=\"" STYLE_LINK "\" xlink:href=\"#"
                                      ATLAS_HEADING_BOOKMARK "\">", entry->level, n);
  atlas_xml_append_running_text (self->body, entry->text);
  g_string_append_printf (self->body, "<text:tab/><text:bookmark-ref text:reference-format=\"page\" text:ref-name=\""
                                      ATLAS_HEADING_BOOKMARK "\">%u</text:bookmark-ref></text:a></text:p>\n", n, entry->number);
}

void
atlas_text_document_add_contents (AtlasTextDocument *self,
                                  const AtlasBlock  *block)
{
  g_autofree char *name = NULL;

  self->breaks = TRUE;
  name = atlas_text_document_dup_paragraph_style (self, STYLE_TITLE);
  g_string_append (self->body, "<text:table-of-content text:name=\"Contents\" text:protected=\"false\">\n");
  append_source (self, block->text);
  g_string_append (self->body, "<text:index-body><text:index-title text:name=\"Contents_Head\"><text:p");
  atlas_xml_append_attribute (self->body, "text:style-name", name);
  g_string_append_c (self->body, '>');
  atlas_xml_append_running_text (self->body, block->text);
  g_string_append (self->body, "</text:p></text:index-title>\n");
  for (guint i = 0; i < self->contents->len; i++)
    {
      const AtlasContentsEntry *entry = g_ptr_array_index (self->contents, i);

      if (entry->level <= ATLAS_CONTENTS_LEVELS)
        append_row (self, entry, i + 1);
    }
  g_string_append (self->body, "</text:index-body></text:table-of-content>\n");
  self->breaks = TRUE;
}
