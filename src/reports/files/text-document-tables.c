/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "reports/files/text-document-private.h"
#include "reports/files/xml-text.h"
#include "reports/pages/table-layout.h"

/* The rules of a table as on paper: strong above and below, fine under the head. */
static const char *const cell_styles[][2] = {
  { "HeadCell", "fo:border-top=\"1.1pt solid #3f3f45\" fo:border-bottom=\"0.5pt solid #3f3f45\"" },
  { "BodyCell", "fo:border=\"none\"" },
  { "LastCell", "fo:border-bottom=\"1.1pt solid #3f3f45\"" },
};

/* Before the names of those of small tables, and of long ones: their rows are closer, as they are on paper where that keeps a table on
 * its page. */
#define SMALL "Small"
#define LONG "Long"
#define MANY_ROWS 15

/* Cards stand apart by borders of the colour of the paper. */
#define CARD_BORDER "5pt solid #ffffff"

/* Less room at the sides of cells than on paper: an office program measures a hair wider than what the columns were made for,
 * and would break numbers. */
static void
append_cell_styles (GString    *xml,
                    const char *prefix,
                    double      padding_x,
                    double      padding_y)
{
  for (guint i = 0; i < G_N_ELEMENTS (cell_styles); i++)
    {
      g_string_append_printf (xml, "<style:style style:family=\"table-cell\" style:name=\"%s%s\"><style:table-cell-properties",
                              prefix, cell_styles[i][0]);
      atlas_xml_append_length (xml, "fo:padding", padding_y);
      atlas_xml_append_length (xml, "fo:padding-left", padding_x);
      atlas_xml_append_length (xml, "fo:padding-right", padding_x);
      g_string_append_printf (xml, " %s/></style:style>\n", cell_styles[i][1]);
    }
}

void
atlas_text_document_append_cell_styles (const AtlasTextDocument *self,
                                        GString                 *xml)
{
  const AtlasColour *card = &self->style->card;

  append_cell_styles (xml, "", 3.5, 3);
  append_cell_styles (xml, SMALL, 2, 2.25);
  append_cell_styles (xml, LONG, 3.5, 1.25);
  g_string_append_printf (xml, "<style:style style:family=\"table-cell\" style:name=\"Card\"><style:table-cell-properties"
                               " fo:padding=\"6pt\" fo:background-color=\"#%02x%02x%02x\" fo:border-left=\"" CARD_BORDER
                               "\" fo:border-right=\"" CARD_BORDER "\"/></style:style>\n",
                          (guint) (card->red * 255 + 0.5), (guint) (card->green * 255 + 0.5),
                          (guint) (card->blue * 255 + 0.5));
  g_string_append (xml, "<style:style style:family=\"table-row\" style:name=\"Row\"><style:table-row-properties"
                        " fo:keep-together=\"always\"/></style:style>\n");
}

/* Begins a table with its own styles, of which NAME is the beginning. */
static void
begin_table (AtlasTextDocument *self,
             const char        *name,
             const double      *widths,
             guint              n_columns)
{
  double width = 0;

  for (guint i = 0; i < n_columns; i++)
    {
      g_string_append_printf (self->automatic, "<style:style style:family=\"table-column\" style:name=\"%s.%u\">"
                                               "<style:table-column-properties", name, i + 1);
      atlas_xml_append_length (self->automatic, "style:column-width", widths[i]);
      g_string_append (self->automatic, "/></style:style>\n");
      width += widths[i];
    }
  g_string_append_printf (self->automatic, "<style:style style:family=\"table\" style:name=\"%s\">"
                                           "<style:table-properties table:align=\"left\" fo:margin-bottom=\"5pt\"", name);
  atlas_xml_append_length (self->automatic, "style:width", width);
  g_string_append (self->automatic, "/></style:style>\n");
  g_string_append_printf (self->body, "<table:table table:name=\"%s\" table:style-name=\"%s\">\n", name, name);
  for (guint i = 0; i < n_columns; i++)
    g_string_append_printf (self->body, "<table:table-column table:style-name=\"%s.%u\"/>", name, i + 1);
  g_string_append_c (self->body, '\n');
}

static void
begin_cell (AtlasTextDocument *self,
            const char        *style)
{
  g_string_append_printf (self->body, "<table:table-cell table:style-name=\"%s\" office:value-type=\"string\">", style);
}

static void
add_cell_paragraph (AtlasTextDocument *self,
                    AtlasTextRole      role,
                    gboolean           numeric,
                    const char        *text)
{
  g_autofree char *style = g_strconcat (atlas_text_document_get_style_name (role), numeric ? ATLAS_STYLE_NUMBER : "", NULL);

  atlas_text_document_add_paragraph (self, style, text);
}

/* What follows a line end is set smaller. */
static void
add_cell (AtlasTextDocument *self,
          const char        *style,
          AtlasTextRole      role,
          AtlasTextRole      detail_role,
          gboolean           numeric,
          const char        *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "\n", 2);

  begin_cell (self, style);
  add_cell_paragraph (self, role, numeric, parts[0] != NULL ? parts[0] : "");
  if (parts[0] != NULL && parts[1] != NULL)
    add_cell_paragraph (self, detail_role, numeric, parts[1]);
  g_string_append (self->body, "</table:table-cell>\n");
}

static const char *
choose_prefix (const AtlasReportTable *table,
               const AtlasTableLayout *layout)
{
  if (atlas_table_layout_is_small (layout))
    return SMALL;
  return table->rows->len > MANY_ROWS ? LONG : "";
}

static void
add_rows (AtlasTextDocument      *self,
          const AtlasReportTable *table,
          const AtlasTableLayout *layout)
{
  const AtlasTableRoles *roles = atlas_table_layout_get_roles (layout);
  const char *prefix = choose_prefix (table, layout);
  g_autofree char *head = g_strconcat (prefix, "HeadCell", NULL);
  g_autofree char *body = g_strconcat (prefix, "BodyCell", NULL);
  g_autofree char *last = g_strconcat (prefix, "LastCell", NULL);
  guint n_columns = table->columns->len, n_rows = table->rows->len;

  g_string_append (self->body, "<table:table-header-rows><table:table-row table:style-name=\"Row\">\n");
  for (guint c = 0; c < n_columns; c++)
    add_cell (self, head, roles->header, roles->detail,
              atlas_report_table_is_numeric (table, c), g_ptr_array_index (table->columns, c));
  g_string_append (self->body, "</table:table-row></table:table-header-rows>\n");
  for (guint r = 0; r < n_rows; r++)
    {
      g_string_append (self->body, "<table:table-row table:style-name=\"Row\">\n");
      for (guint c = 0; c < n_columns; c++)
        add_cell (self, r + 1 < n_rows ? body : last, roles->cell, roles->detail,
                  atlas_report_table_is_numeric (table, c), atlas_report_table_get_cell (table, r, c));
      g_string_append (self->body, "</table:table-row>\n");
    }
}

void
atlas_text_document_add_table (AtlasTextDocument *self,
                               const AtlasBlock  *block)
{
  const AtlasReportTable *table = block->table;
  g_autoptr (AtlasTableLayout) layout =
    atlas_table_layout_new (self->shaper, table, block->number, atlas_text_document_get_width (self, FALSE),
                            atlas_text_document_get_width (self, TRUE), ATLAS_TABLE_USUAL);
  g_autofree char *label = atlas_report_format_table_number (block->number);
  g_autofree char *caption = g_strdup_printf (C_("caption", "%s  %s"), label, table->title);
  g_autofree char *name = g_strdup_printf ("Table%u", block->number);

  atlas_text_document_turn (self, atlas_table_layout_get_flow (layout).landscape);
  atlas_text_document_add_paragraph (self, atlas_text_document_get_style_name (ATLAS_TEXT_CAPTION), caption);
  if (table->unit != NULL && table->unit[0] != '\0')
    atlas_text_document_add_paragraph (self, ATLAS_STYLE_UNIT, table->unit);
  begin_table (self, name, atlas_table_layout_get_widths (layout), table->columns->len);
  add_rows (self, table, layout);
  g_string_append (self->body, "</table:table>\n");
  if (table->note != NULL && table->note[0] != '\0')
    atlas_text_document_add_paragraph (self, atlas_text_document_get_style_name (ATLAS_TEXT_NOTE), table->note);
}

static void
add_value (AtlasTextDocument    *self,
           const AtlasKeyFigure *figure)
{
  g_string_append_printf (self->body, "<text:p text:style-name=\"%s\">",
                          atlas_text_document_get_style_name (ATLAS_TEXT_CARD_VALUE));
  atlas_xml_append_running_text (self->body, figure->value);
  if (figure->unit != NULL && figure->unit[0] != '\0')
    {
      g_string_append_printf (self->body, "<text:span text:style-name=\"%s\"> ",
                              atlas_text_document_get_style_name (ATLAS_TEXT_CARD_UNIT));
      atlas_xml_append_running_text (self->body, figure->unit);
      g_string_append (self->body, "</text:span>");
    }
  g_string_append (self->body, "</text:p>\n");
}

void
atlas_text_document_add_key_figures (AtlasTextDocument *self,
                                     const AtlasBlock  *block)
{
  guint n = block->key_figures->len;
  g_autofree double *widths = g_new (double, n);
  g_autofree char *name = g_strdup_printf ("KeyFigures%u", ++self->n_automatic);

  /* A table cannot begin a page by itself. */
  if (self->master != NULL || self->breaks)
    atlas_text_document_add_paragraph (self, atlas_text_document_get_style_name (ATLAS_TEXT_CELL_DETAIL), "");
  for (guint i = 0; i < n; i++)
    widths[i] = atlas_text_document_get_width (self, FALSE) / n;
  begin_table (self, name, widths, n);
  g_string_append (self->body, "<table:table-row table:style-name=\"Row\">\n");
  for (guint i = 0; i < n; i++)
    {
      const AtlasKeyFigure *figure = g_ptr_array_index (block->key_figures, i);

      begin_cell (self, "Card");
      add_cell_paragraph (self, ATLAS_TEXT_CARD_LABEL, FALSE, figure->label);
      add_value (self, figure);
      if (figure->detail != NULL && figure->detail[0] != '\0')
        add_cell_paragraph (self, ATLAS_TEXT_CARD_DETAIL, FALSE, figure->detail);
      g_string_append (self->body, "</table:table-cell>\n");
    }
  g_string_append (self->body, "</table:table-row></table:table>\n");
}
