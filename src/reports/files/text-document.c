/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "reports/files/text-document.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dataset/new-file.h"
#include "reports/files/text-document-private.h"
#include "reports/files/xml-text.h"
#include "reports/pages/report-pages.h"

static const char *const namespaces[][2] = {
  { "office", "urn:oasis:names:tc:opendocument:xmlns:office:1.0" },
  { "style", "urn:oasis:names:tc:opendocument:xmlns:style:1.0" },
  { "text", "urn:oasis:names:tc:opendocument:xmlns:text:1.0" },
  { "table", "urn:oasis:names:tc:opendocument:xmlns:table:1.0" },
  { "draw", "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" },
  { "fo", "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" },
  { "svg", "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" },
  { "meta", "urn:oasis:names:tc:opendocument:xmlns:meta:1.0" },
  { "dc", "http://purl.org/dc/elements/1.1/" },
  { "xlink", "http://www.w3.org/1999/xlink" },
};

/* On one line where that fits, else broken where it is best. */
/* What stands under the title, its two parts on a line each where they are too long for one. */
static void
add_detail (AtlasTextDocument *self,
            const char        *detail)
{
  static const char *const separators[] = { " · ", "　　" };
  const char *style = atlas_text_document_get_style_name (ATLAS_TEXT_SUBTITLE);
  gboolean fits = atlas_text_shaper_measure (self->shaper, ATLAS_TEXT_SUBTITLE, detail) <=
                  atlas_text_document_get_width (self, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    if (!fits && strstr (detail, separators[i]) != NULL)
      {
        g_auto (GStrv) parts = g_strsplit (detail, separators[i], 2);

        atlas_text_document_add_paragraph (self, style, parts[0]);
        atlas_text_document_add_paragraph (self, style, parts[1]);
        return;
      }
  atlas_text_document_add_paragraph (self, style, detail);
}

static void
add_title (AtlasTextDocument *self,
           const AtlasBlock  *block)
{
  const char *whole = atlas_report_get_title (self->report);
  gboolean fits = atlas_text_shaper_measure (self->shaper, ATLAS_TEXT_TITLE, whole) <=
                  atlas_text_document_get_width (self, FALSE);

  atlas_text_document_add_paragraph (self, atlas_text_document_get_style_name (ATLAS_TEXT_TITLE),
                                     fits ? whole : block->text);
  if (block->detail != NULL)
    add_detail (self, block->detail);
}

/* One for a long text only is left out of others. */
static gboolean
is_cover (const AtlasTextDocument *self,
          const AtlasBlock        *block)
{
  return block->kind == ATLAS_BLOCK_COVER && (!block->when_long || self->contents != NULL);
}

static gboolean
has_cover (const AtlasTextDocument *self)
{
  GPtrArray *blocks = atlas_report_get_blocks (self->report);

  for (guint i = 0; i < blocks->len; i++)
    if (is_cover (self, g_ptr_array_index (blocks, i)))
      return TRUE;
  return FALSE;
}

static void
add_cover (AtlasTextDocument *self,
           const AtlasBlock  *block)
{
  const char *style = atlas_text_document_get_style_name (ATLAS_TEXT_SUBTITLE);

  if (!is_cover (self, block))
    return;
  add_title (self, block);
  for (guint i = 0; i < block->key_figures->len; i++)
    {
      const AtlasKeyFigure *fact = g_ptr_array_index (block->key_figures, i);
      /* Translators: on a cover: a label and what it is of */
      g_autofree char *line = g_strdup_printf (C_("cover", "%1$s: %2$s"), fact->label, fact->value);

      atlas_text_document_add_paragraph (self, style, line);
    }
  self->breaks = TRUE;
}

static void
add_heading (AtlasTextDocument *self,
             const AtlasBlock  *block)
{
  guint level = CLAMP (block->level, 1, 3);
  g_autofree char *name = atlas_text_document_dup_paragraph_style (
    self, atlas_text_document_get_style_name (ATLAS_TEXT_HEADING_1 + level - 1));

  g_string_append_printf (self->body, "<text:h text:outline-level=\"%u\"", level);
  atlas_xml_append_attribute (self->body, "text:style-name", name);
  g_string_append_printf (self->body, "><text:bookmark text:name=\"" ATLAS_HEADING_BOOKMARK "\"/>", ++self->n_headings);
  atlas_xml_append_running_text (self->body, block->text);
  g_string_append (self->body, "</text:h>\n");
}

static void
add_block (AtlasTextDocument *self,
           const AtlasBlock  *block)
{
  if (block->kind != ATLAS_BLOCK_TABLE && block->kind != ATLAS_BLOCK_PAGE_BREAK)
    atlas_text_document_turn (self, FALSE);
  switch (block->kind)
    {
    case ATLAS_BLOCK_TITLE:
      if (!has_cover (self))
        add_title (self, block);
      break;
    case ATLAS_BLOCK_HEADING:
      add_heading (self, block);
      break;
    case ATLAS_BLOCK_PARAGRAPH:
      atlas_text_document_add_paragraph (self, atlas_text_document_get_style_name (ATLAS_TEXT_BODY), block->text);
      break;
    case ATLAS_BLOCK_NOTE:
      atlas_text_document_add_paragraph (self, atlas_text_document_get_style_name (ATLAS_TEXT_NOTE), block->text);
      break;
    case ATLAS_BLOCK_KEY_FIGURES:
      atlas_text_document_add_key_figures (self, block);
      break;
    case ATLAS_BLOCK_CHART:
      atlas_text_document_add_chart (self, block);
      break;
    case ATLAS_BLOCK_TABLE:
      atlas_text_document_add_table (self, block);
      break;
    case ATLAS_BLOCK_PAGE_BREAK:
      self->breaks = TRUE;
      break;
    case ATLAS_BLOCK_COVER:
      add_cover (self, block);
      break;
    case ATLAS_BLOCK_CONTENTS:
      if (self->contents != NULL)
        atlas_text_document_add_contents (self, block);
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
append_metadata (const AtlasTextDocument *self,
                 const char              *dataset_hash,
                 GString                 *xml)
{
  g_autoptr (GDateTime) now = atlas_report_dup_date ();
  g_autofree char *date = g_date_time_format (now, "%Y-%m-%dT%H:%M:%S");
  g_autofree char *keyword = g_strconcat ("dataset sha256:", dataset_hash, NULL);

  g_string_append (xml, "<office:meta>\n");
  atlas_xml_append_element (xml, "meta:generator", "Shegong Atlas " PACKAGE_VERSION);
  atlas_xml_append_element (xml, "dc:title", atlas_report_get_title (self->report));
  atlas_xml_append_element (xml, "dc:subject", atlas_report_get_subject (self->report));
  if (atlas_report_get_author (self->report) != NULL)
    atlas_xml_append_element (xml, "dc:creator", atlas_report_get_author (self->report));
  atlas_xml_append_element (xml, "meta:keyword", keyword);
  atlas_xml_append_element (xml, "meta:creation-date", date);
  atlas_xml_append_element (xml, "dc:date", date);
  atlas_xml_append_element (xml, "dc:language",
                            atlas_report_get_language (self->report) == ATLAS_LANGUAGE_CHINESE ? "zh-CN" : "en");
  g_string_append (xml, "</office:meta>\n");
}

static void
append_document (const AtlasTextDocument *self,
                 const char              *dataset_hash,
                 GString                 *xml)
{
  g_string_append (xml, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:document");
  for (guint i = 0; i < G_N_ELEMENTS (namespaces); i++)
    g_string_append_printf (xml, "\n xmlns:%s=\"%s\"", namespaces[i][0], namespaces[i][1]);
  g_string_append (xml, "\n office:version=\"1.2\" office:mimetype=\"application/vnd.oasis.opendocument.text\">\n");
  append_metadata (self, dataset_hash, xml);
  atlas_text_document_append_fonts (self, xml);
  g_string_append (xml, "<office:styles>\n");
  atlas_text_document_append_styles (self, xml);
  atlas_text_document_append_contents_styles (self, xml);
  g_string_append (xml, "</office:styles>\n<office:automatic-styles>\n");
  atlas_text_document_append_page_layouts (self, xml);
  atlas_text_document_append_cell_styles (self, xml);
  g_string_append_len (xml, self->automatic->str, (gssize) self->automatic->len);
  g_string_append (xml, "</office:automatic-styles>\n");
  atlas_text_document_append_masters (self, xml);
  g_string_append (xml, "<office:body><office:text>\n");
  g_string_append_len (xml, self->body->str, (gssize) self->body->len);
  g_string_append (xml, "</office:text></office:body>\n</office:document>\n");
}

gboolean
atlas_report_save_text_document (AtlasReport             *report,
                                 const AtlasReportStyle  *style,
                                 const char              *dataset_hash,
                                 const char              *path,
                                 GError                 **error)
{
  g_autoptr (AtlasTextShaper) shaper = atlas_text_shaper_new (style, atlas_report_get_language (report));
  g_autoptr (GString) body = g_string_new (NULL);
  g_autoptr (GString) automatic = g_string_new (NULL);
  g_autoptr (GString) xml = g_string_new (NULL);
  g_autoptr (GPtrArray) contents = atlas_report_list_contents (report, style);
  AtlasTextDocument document = {
    .report = report, .style = style, .shaper = shaper, .body = body, .automatic = automatic,
    .contents = contents, .master = ATLAS_MASTER_FIRST,
  };
  GPtrArray *blocks = atlas_report_get_blocks (report);

  for (guint i = 0; i < blocks->len; i++)
    add_block (&document, g_ptr_array_index (blocks, i));
  append_document (&document, dataset_hash, xml);
  return atlas_new_file_write (path, xml->str, xml->len, error);
}
