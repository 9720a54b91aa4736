/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/sheets/ods-content.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dataset/sheets/ods-cell.h"
#include "dataset/sheets/ods-rows.h"
#include "dataset/sheets/ods-text.h"
#include "dataset/sheets/sheet-error.h"
#include "dataset/sheets/sheet-limits.h"

/* Of a sheet or a style; spreadsheet programs allow 31 to 255 characters. */
#define MAX_NAME_BYTES 4096
/* Styles that hide a sheet; a program writes at most one for each. */
#define MAX_HIDDEN_STYLES (4 * ATLAS_SHEET_MAX_SHEETS)

/* What an element is, by its name and by what it lies in; all that lies in SKIPPED is skipped. */
typedef enum {
  PLACE_SKIPPED,
  PLACE_TOP,
  PLACE_DOCUMENT,
  PLACE_STYLES,
  PLACE_STYLE,
  PLACE_BODY,
  PLACE_SPREADSHEET,
  PLACE_TABLE,
  PLACE_ROWS, /* in a table, holds rows */
  PLACE_ROW,
  PLACE_CELL,
  PLACE_BLOCK, /* in a cell, holds paragraphs */
  PLACE_PARAGRAPH,
  PLACE_INLINE, /* a part of a paragraph */
} Place;

struct _AtlasOdsContent {
  AtlasSheetReader *reader;
  gboolean lists; /* else the rows of WANTED are read */
  guint wanted;

  Place places[ATLAS_SHEET_MAX_DEPTH + 1]; /* of the elements that are open */
  guint depth;

  AtlasOdsNames *names;
  GHashTable *hidden_styles;
  char *style; /* (nullable): the style of a table that is read */
  guint n_sheets;
  guint hidden_group; /* the depth of a group whose rows are hidden; 0 outside of one */

  AtlasOdsRows *rows;
  AtlasOdsCell cell;
  AtlasOdsText text;
};

static AtlasOdsContent *
content_new (AtlasSheetReader  *reader,
             AtlasSheetRowFunc  func,
             gpointer           user_data,
             GCancellable      *cancellable)
{
  AtlasOdsContent *self = g_new0 (AtlasOdsContent, 1);

  self->reader = reader;
  self->places[0] = PLACE_TOP;
  self->names = atlas_ods_names_new ();
  self->hidden_styles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->rows = atlas_ods_rows_new (reader->name, func, user_data, cancellable);
  atlas_ods_cell_init (&self->cell);
  atlas_ods_text_init (&self->text);
  return self;
}

AtlasOdsContent *
atlas_ods_content_new_list (AtlasSheetReader *reader,
                            GCancellable     *cancellable)
{
  AtlasOdsContent *self = content_new (reader, NULL, NULL, cancellable);

  self->lists = TRUE;
  return self;
}

AtlasOdsContent *
atlas_ods_content_new_rows (AtlasSheetReader  *reader,
                            guint              sheet,
                            AtlasSheetRowFunc  func,
                            gpointer           user_data,
                            GCancellable      *cancellable)
{
  AtlasOdsContent *self = content_new (reader, func, user_data, cancellable);

  self->wanted = sheet;
  return self;
}

void
atlas_ods_content_free (AtlasOdsContent *self)
{
  atlas_ods_names_free (self->names);
  g_hash_table_unref (self->hidden_styles);
  g_free (self->style);
  atlas_ods_rows_free (self->rows);
  atlas_ods_cell_finish (&self->cell);
  atlas_ods_text_finish (&self->text);
  g_free (self);
}

static gboolean
begin_style (AtlasOdsContent  *self,
             AtlasOdsName      name,
             const char      **attributes,
             GError          **error)
{
  const char *style = atlas_ods_names_find (self->names, attributes, ATLAS_ODS_STYLE_NAME);

  g_clear_pointer (&self->style, g_free);
  if (style != NULL && strlen (style) <= MAX_NAME_BYTES &&
      g_strcmp0 (atlas_ods_names_find (self->names, attributes, ATLAS_ODS_FAMILY), "table") == 0)
    self->style = g_strdup (style);
  return TRUE;
}

static gboolean
take_properties (AtlasOdsContent  *self,
                 AtlasOdsName      name,
                 const char      **attributes,
                 GError          **error)
{
  if (self->style == NULL || g_strcmp0 (atlas_ods_names_find (self->names, attributes, ATLAS_ODS_DISPLAY), "false") != 0)
    return TRUE;
  if (g_hash_table_size (self->hidden_styles) == MAX_HIDDEN_STYLES)
    return atlas_sheet_set_too_large (self->reader->name, _("it has too many styles"), error);
  g_hash_table_add (self->hidden_styles, g_steal_pointer (&self->style));
  return TRUE;
}

static gboolean
list_sheet (AtlasOdsContent  *self,
            const char       *name,
            const char       *style,
            GError          **error)
{
  if (self->n_sheets == ATLAS_SHEET_MAX_SHEETS)
    return atlas_sheet_set_too_large (self->reader->name, _("it has too many sheets"), error);
  if (strlen (name) > MAX_NAME_BYTES)
    return atlas_sheet_set_too_large (self->reader->name, _("the name of a sheet is too long"), error);
  atlas_sheet_reader_add_sheet (self->reader, name,
                                style != NULL && g_hash_table_contains (self->hidden_styles, style));
  return TRUE;
}

/* What was last known of a sheet of another file is kept beside the sheets, as 'file:///a.ods'#$Sheet1. */
static gboolean
is_copy_of_other_file (const char *name)
{
  return name[0] == '\'' && strstr (name, "'#$") != NULL;
}

static gboolean
begin_sheet (AtlasOdsContent  *self,
             AtlasOdsName      name,
             const char      **attributes,
             GError          **error)
{
  const char *sheet_name = atlas_ods_names_find (self->names, attributes, ATLAS_ODS_TABLE_NAME);
  guint sheet = self->n_sheets;

  self->places[self->depth] = PLACE_SKIPPED;
  if (sheet_name != NULL && is_copy_of_other_file (sheet_name))
    return TRUE;
  if (self->lists && !list_sheet (self, sheet_name != NULL ? sheet_name : "",
                                  atlas_ods_names_find (self->names, attributes, ATLAS_ODS_TABLE_STYLE_NAME), error))
    return FALSE;
  self->n_sheets++;
  if (!self->lists && sheet != self->wanted)
    return TRUE;
  self->places[self->depth] = PLACE_TABLE;
  atlas_ods_rows_begin_sheet (self->rows);
  return TRUE;
}

static gboolean
begin_group (AtlasOdsContent  *self,
             AtlasOdsName      name,
             const char      **attributes,
             GError          **error)
{
  if (self->hidden_group == 0 && g_strcmp0 (atlas_ods_names_find (self->names, attributes, ATLAS_ODS_DISPLAY), "false") == 0)
    self->hidden_group = self->depth;
  return TRUE;
}

static gboolean
begin_row (AtlasOdsContent  *self,
           AtlasOdsName      name,
           const char      **attributes,
           GError          **error)
{
  const char *visibility = atlas_ods_names_find (self->names, attributes, ATLAS_ODS_VISIBILITY);
  gboolean hidden = self->hidden_group > 0 || (visibility != NULL && strcmp (visibility, "visible") != 0);

  atlas_ods_rows_begin (self->rows, atlas_ods_parse_count (atlas_ods_names_find (self->names, attributes, ATLAS_ODS_ROWS_REPEATED)),
                        hidden);
  return TRUE;
}

static gboolean
begin_cell (AtlasOdsContent  *self,
            AtlasOdsName      name,
            const char      **attributes,
            GError          **error)
{
  atlas_ods_cell_begin (&self->cell, name == ATLAS_ODS_COVERED_CELL, self->names, attributes);
  atlas_ods_text_clear (&self->text);
  return TRUE;
}

static gboolean
begin_paragraph (AtlasOdsContent  *self,
                 AtlasOdsName      name,
                 const char      **attributes,
                 GError          **error)
{
  atlas_ods_text_begin_paragraph (&self->text);
  return TRUE;
}

static gboolean
add_blank (AtlasOdsContent  *self,
           AtlasOdsName      name,
           const char      **attributes,
           GError          **error)
{
  if (name == ATLAS_ODS_SPACES)
    atlas_ods_text_add_element (&self->text, ' ',
                                atlas_ods_parse_count (atlas_ods_names_find (self->names, attributes, ATLAS_ODS_COUNT)));
  else
    atlas_ods_text_add_element (&self->text, name == ATLAS_ODS_TAB ? '\t' : '\n', 1);
  return TRUE;
}

typedef gboolean (*BeginFunc) (AtlasOdsContent *self, AtlasOdsName name, const char **attributes, GError **error);

/* What may lie where, and what it does; the frequent first. */
static const struct {
  Place outer;
  AtlasOdsName name;
  Place place;
  BeginFunc begin;
} rules[] = {
  { PLACE_CELL, ATLAS_ODS_PARAGRAPH, PLACE_PARAGRAPH, begin_paragraph },
  { PLACE_ROW, ATLAS_ODS_CELL, PLACE_CELL, begin_cell },
  { PLACE_ROW, ATLAS_ODS_COVERED_CELL, PLACE_CELL, begin_cell },
  { PLACE_TABLE, ATLAS_ODS_ROW, PLACE_ROW, begin_row },
  { PLACE_PARAGRAPH, ATLAS_ODS_SPACES, PLACE_SKIPPED, add_blank },
  { PLACE_PARAGRAPH, ATLAS_ODS_TAB, PLACE_SKIPPED, add_blank },
  { PLACE_PARAGRAPH, ATLAS_ODS_LINE_BREAK, PLACE_SKIPPED, add_blank },
  { PLACE_PARAGRAPH, ATLAS_ODS_OTHER_TEXT, PLACE_INLINE, NULL },
  { PLACE_CELL, ATLAS_ODS_BLOCK, PLACE_BLOCK, NULL },
  { PLACE_TABLE, ATLAS_ODS_ROWS, PLACE_ROWS, NULL },
  { PLACE_TABLE, ATLAS_ODS_ROW_GROUP, PLACE_ROWS, begin_group },
  { PLACE_STYLES, ATLAS_ODS_STYLE, PLACE_STYLE, begin_style },
  { PLACE_STYLE, ATLAS_ODS_TABLE_PROPERTIES, PLACE_SKIPPED, take_properties },
  { PLACE_SPREADSHEET, ATLAS_ODS_TABLE, PLACE_TABLE, begin_sheet },
  { PLACE_BODY, ATLAS_ODS_SPREADSHEET, PLACE_SPREADSHEET, NULL },
  { PLACE_DOCUMENT, ATLAS_ODS_BODY, PLACE_BODY, NULL },
  { PLACE_DOCUMENT, ATLAS_ODS_STYLES, PLACE_STYLES, NULL },
  { PLACE_TOP, ATLAS_ODS_DOCUMENT, PLACE_DOCUMENT, NULL },
};

/* For what lies in them, some places are alike. */
static Place
simplify (Place outer)
{
  switch (outer)
    {
    case PLACE_ROWS:
      return PLACE_TABLE;
    case PLACE_BLOCK:
      return PLACE_CELL;
    case PLACE_INLINE:
      return PLACE_PARAGRAPH;
    default:
      return outer;
    }
}

/* What the document is instead. */
static const char *
explain_other_kind (AtlasOdsName name)
{
  switch ((guint) name)
    {
    case ATLAS_ODS_OFFICE_TEXT:
      return _("it is a text document; copy its tables into a spreadsheet");
    case ATLAS_ODS_PRESENTATION:
      return _("it is a presentation; copy its tables into a spreadsheet");
    case ATLAS_ODS_DRAWING:
      return _("it is a drawing; copy its tables into a spreadsheet");
    case ATLAS_ODS_CHART:
      return _("it is a chart; take the spreadsheet it was made from");
    case ATLAS_ODS_IMAGE:
      return _("it is a picture; type its tables into a spreadsheet");
    case ATLAS_ODS_DATABASE:
      return _("it is a database; export its tables as spreadsheets");
    default:
      return NULL;
    }
}

/* An element that no rule names. */
static gboolean
pass_over (AtlasOdsContent  *self,
           Place             outer,
           AtlasOdsName      name,
           GError          **error)
{
  const char *reason = NULL;

  if (outer == PLACE_TOP)
    reason = _("it is no OpenDocument spreadsheet; save it as .ods or .xlsx");
  else if (outer == PLACE_BODY)
    reason = explain_other_kind (name);
  return reason == NULL || atlas_sheet_refuse (error, ATLAS_SHEET_ERROR_WRONG_FORMAT, self->reader->name, reason);
}

static gboolean
on_start (const char  *name,
          const char **attributes,
          gpointer     user_data,
          GError     **error)
{
  AtlasOdsContent *self = user_data;
  Place outer = simplify (self->places[self->depth++]);
  AtlasOdsName id;

  self->places[self->depth] = PLACE_SKIPPED;
  if (outer == PLACE_SKIPPED)
    return TRUE;
  if (!atlas_ods_names_begin (self->names, self->depth, attributes))
    return atlas_sheet_set_too_large (self->reader->name, _("it declares too many namespaces"), error);
  id = atlas_ods_names_element (self->names, name);
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    if (rules[i].outer == outer && rules[i].name == id)
      {
        self->places[self->depth] = rules[i].place;
        return rules[i].begin == NULL || rules[i].begin (self, id, attributes, error);
      }
  return pass_over (self, outer, id, error);
}

static gboolean
end_cell (AtlasOdsContent  *self,
          GError          **error)
{
  const char *text;
  AtlasCellKind kind;

  if (self->text.is_too_long)
    return atlas_sheet_set_too_large (self->reader->name, _("a cell in it is too long"), error);
  kind = atlas_ods_cell_get (&self->cell, self->text.text->str, &text);
  return atlas_ods_rows_add (self->rows, &self->cell, kind, text, error);
}

/* After the sheet that is wanted, nothing is. */
static gboolean
on_end (const char  *name,
        gpointer     user_data,
        GError     **error)
{
  AtlasOdsContent *self = user_data;

  atlas_ods_names_end (self->names, self->depth);
  if (self->hidden_group == self->depth)
    self->hidden_group = 0;
  switch (self->places[self->depth--])
    {
    case PLACE_PARAGRAPH:
      atlas_ods_text_end_paragraph (&self->text);
      return TRUE;
    case PLACE_CELL:
      return end_cell (self, error);
    case PLACE_ROW:
      return atlas_ods_rows_end (self->rows, error);
    case PLACE_TABLE:
      return self->lists;
    default:
      return TRUE;
    }
}

static gboolean
on_text (const char *text,
         gsize       length,
         gpointer    user_data,
         GError    **error)
{
  AtlasOdsContent *self = user_data;

  if (simplify (self->places[self->depth]) == PLACE_PARAGRAPH)
    atlas_ods_text_add (&self->text, text, length);
  return TRUE;
}

const AtlasXmlHandlers atlas_ods_content_handlers = {
  .start = on_start,
  .end = on_end,
  .text = on_text,
};
