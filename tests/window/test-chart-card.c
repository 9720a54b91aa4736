/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <math.h>
#include <string.h>

#include "window-test.h"
#include "window/cards/card-context.h"
#include "window/cards/chart-card.h"
#include "window/cards/list-card.h"
#include "window/parts/screen-style.h"
#include "window/tables/table-text.h"
#include "window/tables/table-view.h"

/* Two cards of one page: certified workers as bars, and people and stations in one chart of two measures. */
typedef struct {
  AtlasSession *session;
  AtlasChartCard *bars;
  AtlasChartCard *pairs;
  GtkWindow *window;
} Fixture;

static AtlasTable *
ask (AtlasSession *session,
     const char   *indicator)
{
  const char *codes[] = { "640000", "640300", "532900", "500110", NULL };
  g_autoptr (AtlasCardContext) context = atlas_card_context_new (session);
  g_autoptr (GError) error = NULL;
  AtlasTable *table = atlas_card_ask_regions (context, indicator, codes, NULL, &error);

  g_assert_no_error (error);
  return table;
}

static AtlasTable *
ask_both (AtlasSession *session,
          const char   *first,
          const char   *second)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_table_unref);

  g_ptr_array_add (parts, ask (session, first));
  g_ptr_array_add (parts, ask (session, second));
  return atlas_table_join (parts);
}

static AtlasChartCard *
card_new (AtlasSession   *session,
          AtlasChartKind  kind,
          AtlasTable     *table)
{
  g_autoptr (AtlasChartSpec) spec = atlas_chart_spec_new (kind, table);
  AtlasChartCard *card = ATLAS_CHART_CARD (atlas_chart_card_new (session));

  atlas_chart_card_set_spec (card, spec);
  return card;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  g_autoptr (AtlasTable) workers = NULL;
  g_autoptr (AtlasTable) both = NULL;

  fixture->session = window_test_session_new ();
  workers = ask (fixture->session, "certified_workers");
  both = ask_both (fixture->session, "certified_workers", "certified_share");
  fixture->bars = card_new (fixture->session, ATLAS_CHART_BAR, workers);
  fixture->pairs = card_new (fixture->session, ATLAS_CHART_SCATTER, both);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (fixture->bars));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (fixture->pairs));
  fixture->window = window_test_show (box, 700, 800);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (fixture->window);
  window_test_settle (NULL, NULL);
  window_test_finalize (fixture->session);
}

static const AtlasChartLayout *
layout_of (AtlasChartCard *card)
{
  return atlas_chart_view_get_layout (atlas_chart_card_get_view (card));
}

static gboolean
is_laid_out (gpointer card)
{
  return layout_of (card) != NULL;
}

static const AtlasChartMark *
find_mark (AtlasChartCard *card,
           const char     *region)
{
  for (guint i = 0; i < atlas_chart_layout_get_n_marks (layout_of (card)); i++)
    {
      const AtlasChartMark *mark = atlas_chart_layout_get_mark (layout_of (card), i);

      if (strcmp (mark->observation->region->code, region) == 0)
        return mark;
    }
  g_assert_not_reached ();
}

typedef struct {
  gboolean done;
  GBytes *bytes;
  GdkTexture *texture;
} Pasted;

static gboolean
is_pasted (gpointer data)
{
  return ((Pasted *) data)->done;
}

static void
stream_read (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr (GError) error = NULL;
  Pasted *pasted = data;

  g_assert_cmpint (g_output_stream_splice_finish (G_OUTPUT_STREAM (source), result, &error), >, 0);
  g_assert_no_error (error);
  pasted->bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (source));
  pasted->done = TRUE;
}

static void
stream_opened (GObject      *source,
               GAsyncResult *result,
               gpointer      data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GInputStream) stream = gdk_clipboard_read_finish (GDK_CLIPBOARD (source), result, NULL, &error);
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();

  g_assert_no_error (error);
  g_output_stream_splice_async (memory, stream,
                                G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
                                G_PRIORITY_DEFAULT, NULL, stream_read, data);
}

/* What a program gets that asks the clipboard for MIME_TYPE. */
static char *
paste (Fixture    *fixture,
       const char *mime_type)
{
  const char *types[] = { mime_type, NULL };
  Pasted pasted = { FALSE, NULL, NULL };
  char *text;

  gdk_clipboard_read_async (gtk_widget_get_clipboard (GTK_WIDGET (fixture->window)), types, G_PRIORITY_DEFAULT, NULL,
                            stream_opened, &pasted);
  window_test_settle (is_pasted, &pasted);
  text = g_strndup (g_bytes_get_data (pasted.bytes, NULL), g_bytes_get_size (pasted.bytes));
  g_bytes_unref (pasted.bytes);
  return text;
}

static void
texture_read (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr (GError) error = NULL;
  Pasted *pasted = data;

  pasted->texture = gdk_clipboard_read_texture_finish (GDK_CLIPBOARD (source), result, &error);
  g_assert_no_error (error);
  pasted->done = TRUE;
}

/* Twice as sharp as on the screen, and with a margin. */
static void
test_copy_picture (Fixture       *fixture,
                   gconstpointer  data)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (fixture->window));
  GtkWidget *view = GTK_WIDGET (atlas_chart_card_get_view (fixture->bars));
  Pasted pasted = { FALSE, NULL, NULL };
  g_autofree char *svg = NULL;
  g_autofree char *png = NULL;

  g_assert_true (gtk_widget_activate_action (view, "chart.copy-picture", NULL));
  gdk_clipboard_read_texture_async (clipboard, NULL, texture_read, &pasted);
  window_test_settle (is_pasted, &pasted);
  g_assert_cmpint (gdk_texture_get_width (pasted.texture), ==, 2 * (gtk_widget_get_width (view) + 2 * 16));
  g_object_unref (pasted.texture);

  svg = paste (fixture, "image/svg+xml");
  g_assert_nonnull (strstr (svg, "<svg "));
  g_assert_true (g_str_has_suffix (svg, "</svg>\n"));
  png = paste (fixture, "image/png");
  g_assert_true (g_str_has_prefix (png, "\x89PNG"));
}

static void
test_copy_table (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autofree char *text = NULL;
  g_autofree char *html = NULL;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->bars), "chart.copy-table", NULL));
  text = paste (fixture, "text/plain;charset=utf-8");
  g_assert_true (g_str_has_prefix (text, "Region\tPeriod\tCertified social workers\tUnit\tQualifier\t"));
  g_assert_nonnull (strstr (text, "\nNingxia\t2023\t4072\tpeople\texact\t"));
  html = paste (fixture, "text/html");
  g_assert_nonnull (strstr (html, "<table>"));
  g_assert_nonnull (strstr (html, "<td align=\"right\">≥ 810</td>"));
}

/* Ctrl+C copies what one sees; so the menu button, which is no part of the chart, can too. */
static void
test_copy_shown (Fixture       *fixture,
                 gconstpointer  data)
{
  GtkWidget *card = GTK_WIDGET (fixture->bars);
  GtkWidget *button = window_test_find_widget (card, GTK_TYPE_MENU_BUTTON);
  GdkClipboard *clipboard = gtk_widget_get_clipboard (card);

  g_assert_true (gtk_widget_activate_action (button, "chart.copy", NULL));
  g_assert_true (gdk_content_formats_contain_gtype (gdk_clipboard_get_formats (clipboard), GDK_TYPE_TEXTURE));
  g_assert_true (window_test_press (card, GDK_KEY_t));
  g_assert_true (gtk_widget_activate_action (button, "chart.copy", NULL));
  g_assert_false (gdk_content_formats_contain_gtype (gdk_clipboard_get_formats (clipboard), GDK_TYPE_TEXTURE));
  g_assert_true (gdk_content_formats_contain_gtype (gdk_clipboard_get_formats (clipboard), G_TYPE_STRING));
}

static void
count (guint *n)
{
  ++*n;
}

/* The pointer over a region's mark: the other chart is drawn anew, from the layout that it has. */
static void
test_linked_hover (Fixture       *fixture,
                   gconstpointer  data)
{
  GtkWidget *bars = GTK_WIDGET (atlas_chart_card_get_view (fixture->bars));
  GtkWidget *pairs = GTK_WIDGET (atlas_chart_card_get_view (fixture->pairs));
  const AtlasChartLayout *layout = layout_of (fixture->pairs);
  AtlasRect hit = find_mark (fixture->bars, "640300")->hit;
  g_autoptr (GdkPaintable) shown = gtk_widget_paintable_new (pairs);
  guint drawn = 0;

  g_signal_connect_swapped (shown, "invalidate-contents", G_CALLBACK (count), &drawn);
  window_test_move (bars, hit.x + hit.width / 2, hit.y + hit.height / 2);
  g_assert_cmpstr (atlas_session_get_linked (fixture->session), ==, "640300");
  window_test_settle (NULL, NULL);
  g_assert_cmpuint (drawn, >, 0);
  g_assert_true (layout_of (fixture->pairs) == layout);

  window_test_move (bars, 1, gtk_widget_get_height (bars) - 1);
  g_assert_null (atlas_session_get_linked (fixture->session));
}

static guint
count_linked (GtkWidget *widget)
{
  guint n = gtk_widget_has_css_class (widget, "linked") ? 1 : 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_linked (child);
  return n;
}

/* A chosen mark marks the cells of its region's row in a table beside it: one row, and another after another choice. */
static void
test_linked_table (Fixture       *fixture,
                   gconstpointer  data)
{
  GtkWidget *pairs = GTK_WIDGET (atlas_chart_card_get_view (fixture->pairs));
  AtlasTable *table = atlas_chart_view_get_spec (atlas_chart_card_get_view (fixture->bars))->table;
  g_autoptr (GArray) columns = atlas_table_list_text_columns (table, ATLAS_CHART_BAR);

  g_assert_true (window_test_press (GTK_WIDGET (fixture->bars), GDK_KEY_t));
  window_test_settle (NULL, NULL);
  g_assert_cmpuint (count_linked (GTK_WIDGET (fixture->bars)), ==, 0);
  g_assert_true (window_test_press (pairs, GDK_KEY_Home));
  g_assert_cmpuint (count_linked (GTK_WIDGET (fixture->bars)), ==, columns->len);
  g_assert_true (window_test_press (pairs, GDK_KEY_End));
  g_assert_cmpuint (count_linked (GTK_WIDGET (fixture->bars)), ==, columns->len);
  g_assert_true (window_test_press (pairs, GDK_KEY_Escape));
  g_assert_cmpuint (count_linked (GTK_WIDGET (fixture->bars)), ==, 0);
}

/* The pointer over a row of a table: the region is shown in the other chart, until it leaves the table. */
static void
test_table_hover (Fixture       *fixture,
                  gconstpointer  data)
{
  GtkWidget *bars = GTK_WIDGET (fixture->bars);

  g_assert_true (window_test_press (bars, GDK_KEY_t));
  window_test_settle (NULL, NULL);
  window_test_move (window_test_find_label (bars, "≥ 810"), 2, 2);
  g_assert_cmpstr (atlas_session_get_linked (fixture->session), ==, "500110");
  window_test_move (window_test_find_label (bars, "753"), 2, 2);
  g_assert_cmpstr (atlas_session_get_linked (fixture->session), ==, "640300");
  window_test_leave (window_test_find_widget (bars, GTK_TYPE_COLUMN_VIEW));
  g_assert_null (atlas_session_get_linked (fixture->session));
}

static gboolean
shows_ranks (AtlasChartCard *card)
{
  g_autofree char *text = atlas_chart_layout_dup_mark_text (layout_of (card), 0);

  return strstr (text, "rank 1 of 4") != NULL;
}

/* Bars of divisions can show their ranks, also those of the next chart on the card; a chart of two measures cannot. */
static void
test_ranks (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (AtlasTable) share = ask (fixture->session, "population");
  g_autoptr (AtlasChartSpec) spec = atlas_chart_spec_new (ATLAS_CHART_BAR, share);

  g_assert_false (shows_ranks (fixture->bars));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->bars), "card.show-ranks", NULL));
  window_test_settle (is_laid_out, fixture->bars);
  g_assert_true (shows_ranks (fixture->bars));
  atlas_chart_card_set_spec (fixture->bars, spec);
  window_test_settle (is_laid_out, fixture->bars);
  g_assert_true (shows_ranks (fixture->bars));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->bars), "card.show-ranks", NULL));
  window_test_settle (is_laid_out, fixture->bars);
  g_assert_false (shows_ranks (fixture->bars));

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->pairs), "card.show-ranks", NULL));
  window_test_settle (is_laid_out, fixture->pairs);
  g_assert_false (atlas_chart_view_get_spec (atlas_chart_card_get_view (fixture->pairs))->show_ranks);
}

/* Each row of a table of two indicators says of which it is, and in what unit. */
static void
test_joined_table (Fixture       *fixture,
                   gconstpointer  data)
{
  GtkWidget *card = GTK_WIDGET (fixture->pairs);

  g_assert_true (window_test_press (card, GDK_KEY_t));
  window_test_settle (NULL, NULL);
  g_assert_nonnull (window_test_find_label (card, "Indicator"));
  g_assert_nonnull (window_test_find_label (card, "Certified social workers"));
  g_assert_nonnull (window_test_find_label (card, "4,072"));
  g_assert_nonnull (window_test_find_label (card, "people"));
  g_assert_nonnull (window_test_find_label (card, "Certified share of social workers"));
  g_assert_nonnull (window_test_find_label (card, "31.3%"));
}

/* What is printed, what is in the table and what is in the tooltip is one text; a screen reader says it in words. */
static void
test_one_text (Fixture       *fixture,
               gconstpointer  data)
{
  const AtlasTextColumn column = { ATLAS_TEXT_COLUMN_VALUE };
  AtlasChartView *view = atlas_chart_card_get_view (fixture->bars);
  AtlasTable *table = atlas_chart_view_get_spec (view)->table;
  g_autofree char *whole = atlas_chart_layout_dup_description (layout_of (fixture->bars));

  g_assert_true (window_test_press (GTK_WIDGET (view), GDK_KEY_Home));
  for (guint i = 0; i < atlas_chart_layout_get_n_marks (layout_of (fixture->bars)); i++)
    {
      const AtlasChartMark *mark = atlas_chart_layout_get_mark (layout_of (fixture->bars), i);
      g_autofree char *cell = atlas_text_column_dup_text (&column, table, mark->row);
      g_autofree char *tooltip = atlas_chart_layout_dup_mark_text (layout_of (fixture->bars), i);
      g_autofree char *speech = atlas_chart_layout_dup_mark_speech (layout_of (fixture->bars), i);
      g_autofree char *spoken = g_strdup_printf ("%s\n%s", speech, whole);

      g_assert_true (g_str_has_prefix (mark->label, cell));
      g_assert_nonnull (strstr (tooltip, cell));
      g_assert_null (strstr (speech, "≥"));
      gtk_test_accessible_assert_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, spoken);
      g_assert_true (window_test_press (GTK_WIDGET (view), GDK_KEY_Down));
    }
  g_assert_true (window_test_press (GTK_WIDGET (view), GDK_KEY_Escape));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, whole);
}

/* The rows that the arrow keys lead to from the first mark; (element-type int). */
static GHashTable *
walk (AtlasChartCard *card)
{
  static const guint arrows[] = { GDK_KEY_Left, GDK_KEY_Right, GDK_KEY_Up, GDK_KEY_Down };
  AtlasChartView *view = atlas_chart_card_get_view (card);
  GHashTable *reached = g_hash_table_new (NULL, NULL);
  g_autoptr (GQueue) open = g_queue_new ();

  g_assert_true (window_test_press (GTK_WIDGET (view), GDK_KEY_Home));
  g_hash_table_add (reached, GINT_TO_POINTER (atlas_chart_view_get_selected (view)));
  g_queue_push_tail (open, GINT_TO_POINTER (atlas_chart_view_get_selected (view)));
  while (!g_queue_is_empty (open))
    {
      int from = GPOINTER_TO_INT (g_queue_pop_head (open));

      for (guint i = 0; i < G_N_ELEMENTS (arrows); i++)
        {
          atlas_chart_view_set_selected (view, from);
          g_assert_true (window_test_press (GTK_WIDGET (view), arrows[i]));
          if (g_hash_table_add (reached, GINT_TO_POINTER (atlas_chart_view_get_selected (view))))
            g_queue_push_tail (open, GINT_TO_POINTER (atlas_chart_view_get_selected (view)));
        }
    }
  return reached;
}

/* Of kinds that are laid out in other ways each mark is reached with the arrow keys, and a key away is the table. */
static void
test_keyboard_reaches_all (Fixture       *fixture,
                           gconstpointer  data)
{
  static const struct {
    AtlasChartKind kind;
    AtlasChartPanels panels;
  } cases[] = {
    { ATLAS_CHART_HEAT, ATLAS_PANELS_NONE },     { ATLAS_CHART_DUMBBELL, ATLAS_PANELS_NONE },
    { ATLAS_CHART_BAR, ATLAS_PANELS_INDICATOR }, { ATLAS_CHART_SCATTER, ATLAS_PANELS_NONE },
  };
  g_autoptr (AtlasTable) table = ask_both (fixture->session, "certified_workers", "social_workers");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AtlasChartSpec) spec = atlas_chart_spec_new (cases[i].kind, table);
      g_autoptr (GHashTable) reached = NULL;
      guint n_marks;

      spec->panels = cases[i].panels;
      atlas_chart_card_set_spec (fixture->bars, spec);
      window_test_settle (is_laid_out, fixture->bars);
      n_marks = atlas_chart_layout_get_n_marks (layout_of (fixture->bars));
      g_assert_cmpuint (n_marks, >, 0);
      reached = walk (fixture->bars);
      g_test_message ("%s: %u marks", atlas_chart_kind_to_id (cases[i].kind), n_marks);
      g_assert_cmpuint (g_hash_table_size (reached), ==, n_marks);

      g_assert_true (window_test_press (GTK_WIDGET (fixture->bars), GDK_KEY_t));
      window_test_settle (NULL, NULL);
      g_assert_nonnull (window_test_find_label (GTK_WIDGET (fixture->bars), "Social work professionals"));
      g_assert_true (window_test_press (GTK_WIDGET (fixture->bars), GDK_KEY_t));
    }
}

/* The first 200 divisions of the county level, each with another value: the first has the most. */
static AtlasTable *
make_long_table (AtlasSession *session)
{
  AtlasCatalogue *catalogue = atlas_session_get_catalogue (session);
  AtlasRegionTree *tree = atlas_catalogue_get_regions (catalogue);
  g_autoptr (GPtrArray) counties = atlas_region_tree_list_level (tree, atlas_region_tree_get_root (tree),
                                                                 ATLAS_REGION_LEVEL_COUNTY);
  g_autoptr (AtlasQuestion) question = atlas_question_new ("stations");
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_observation_unref);

  for (guint i = 0; i < 200; i++)
    {
      AtlasObservation *row = atlas_observation_new (g_ptr_array_index (counties, i));

      row->status = ATLAS_STATUS_NORMAL;
      row->value = 1000 - i;
      g_ptr_array_add (rows, row);
    }
  return atlas_table_new (catalogue, question, rows);
}

static void
assert_rows (AtlasChartCard *card,
             guint           first,
             guint           n)
{
  window_test_settle (is_laid_out, card);
  g_assert_cmpuint (atlas_chart_layout_get_n_marks (layout_of (card)), ==, n);
  g_assert_cmpuint (atlas_chart_layout_get_mark (layout_of (card), 0)->row, ==, first);
}

/* 200 bars are no thinner than few, and run down the page; + - 0 and the page keys choose among them. */
static void
test_zoom (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (AtlasTable) table = make_long_table (fixture->session);
  g_autoptr (AtlasChartSpec) spec = atlas_chart_spec_new (ATLAS_CHART_BAR, table);
  GtkWidget *view = GTK_WIDGET (atlas_chart_card_get_view (fixture->bars));
  double few = atlas_chart_layout_get_mark (layout_of (fixture->bars), 0)->bounds.height;
  double widest;

  g_assert_false (window_test_press (view, GDK_KEY_plus));
  atlas_chart_card_set_spec (fixture->bars, spec);
  assert_rows (fixture->bars, 0, 200);
  g_assert_cmpfloat (atlas_chart_layout_get_mark (layout_of (fixture->bars), 0)->bounds.height, >=, few);
  g_assert_false (window_test_press (view, GDK_KEY_Page_Down));
  g_assert_false (window_test_press (view, GDK_KEY_minus));

  widest = atlas_chart_layout_get_mark (layout_of (fixture->bars), 150)->bounds.width;
  g_assert_true (window_test_press (view, GDK_KEY_plus));
  assert_rows (fixture->bars, 0, 100);
  g_assert_true (window_test_press (view, GDK_KEY_plus));
  assert_rows (fixture->bars, 0, 50);
  g_assert_true (window_test_press (view, GDK_KEY_Page_Down));
  g_assert_true (window_test_press (view, GDK_KEY_Page_Down));
  g_assert_true (window_test_press (view, GDK_KEY_Page_Down));
  assert_rows (fixture->bars, 150, 50);
  g_assert_cmpfloat (atlas_chart_layout_get_mark (layout_of (fixture->bars), 0)->bounds.width, ==, widest);
  g_assert_false (window_test_press (view, GDK_KEY_Page_Down));
  g_assert_true (window_test_press (view, GDK_KEY_Page_Up));
  assert_rows (fixture->bars, 100, 50);
  g_assert_true (window_test_press (view, GDK_KEY_0));
  assert_rows (fixture->bars, 0, 200);
}

/* What the keyboard is on stays in sight. */
static void
test_zoom_keeps_mark (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr (AtlasTable) table = make_long_table (fixture->session);
  g_autoptr (AtlasChartSpec) spec = atlas_chart_spec_new (ATLAS_CHART_BAR, table);
  GtkWidget *view = GTK_WIDGET (atlas_chart_card_get_view (fixture->bars));

  atlas_chart_card_set_spec (fixture->bars, spec);
  window_test_settle (is_laid_out, fixture->bars);
  g_assert_true (window_test_press (view, GDK_KEY_End));
  g_assert_true (window_test_press (view, GDK_KEY_plus));
  assert_rows (fixture->bars, 100, 100);
  g_assert_cmpint (atlas_chart_view_get_selected (ATLAS_CHART_VIEW (view)), ==, 199);
}

/* Where the last of a few short columns ends in a list card WIDTH wide. */
static double
find_list_end (AtlasSession *session,
               int           width)
{
  AtlasCardContent *content = atlas_card_content_new_list ("Ranks", NULL);
  AtlasCardRow *row;
  GtkWidget *card = atlas_list_card_new (session);
  GtkWindow *window;
  graphene_rect_t bounds;

  atlas_card_content_add_column (content, "Division", FALSE);
  atlas_card_content_add_column (content, "Rank", TRUE);
  atlas_card_content_add_column (content, "Growth", TRUE);
  row = atlas_card_content_add_row (content, NULL, 0);
  atlas_card_content_take_cell (content, row, g_strdup ("Wuzhong City"));
  atlas_card_content_take_cell (content, row, g_strdup ("2"));
  atlas_card_content_take_cell (content, row, g_strdup ("18.1%"));
  atlas_list_card_take_content (ATLAS_LIST_CARD (card), content);
  window = window_test_show (card, width, 300);
  g_assert_true (gtk_widget_compute_bounds (window_test_find_label (card, "18.1%"), card, &bounds));
  gtk_window_destroy (window);
  return bounds.origin.x + bounds.size.width;
}

/* A list of a few short columns uses the card that it has, and not its left third; but on a large screen its numbers stay near their names. */
static void
test_list_is_wide (Fixture       *fixture,
                   gconstpointer  data)
{
  double end = find_list_end (fixture->session, 900);

  g_assert_cmpfloat (end, >, 860);
  g_assert_cmpfloat (end, <=, 900);
  end = find_list_end (fixture->session, 2200);
  g_assert_cmpfloat (end, >, 1150);
  g_assert_cmpfloat (end, <, 1250);
}

static int
measure_height (AtlasChartView *view,
                int             width)
{
  int height;

  gtk_widget_measure (GTK_WIDGET (view), GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);
  return height;
}

/* As high as suits the width, whatever it was asked before; laid out as it was measured, for what it shows then. */
static void
test_height_for_width (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autoptr (AtlasTable) table = make_long_table (fixture->session);
  g_autoptr (AtlasChartSpec) spec = atlas_chart_spec_new (ATLAS_CHART_BAR, table);
  AtlasChartView *view = atlas_chart_card_get_view (fixture->bars);
  const AtlasChartSpec *few = atlas_chart_view_get_spec (view);
  int before = measure_height (view, 500);

  g_assert_cmpint (before, ==, (int) ceil (atlas_chart_measure_height (few, atlas_screen_style (), 500)));
  g_assert_cmpint (measure_height (view, 300), ==, (int) ceil (atlas_chart_measure_height (few, atlas_screen_style (), 300)));
  g_assert_cmpint (measure_height (view, 500), ==, before);
  atlas_chart_card_set_spec (fixture->bars, spec);
  g_assert_cmpint (measure_height (view, 500), ==,
                   (int) ceil (atlas_chart_measure_height (atlas_chart_view_get_spec (view), atlas_screen_style (), 500)));
  g_assert_cmpint (measure_height (view, 500), >, before);
  gtk_widget_size_allocate (GTK_WIDGET (view), &(GtkAllocation) { 0, 0, 500, measure_height (view, 500) }, -1);
  g_assert_cmpuint (atlas_chart_layout_get_n_marks (atlas_chart_view_get_layout (view)), ==,
                    atlas_table_get_n_rows (table));
}

int
main (int    argc,
      char **argv)
{
  window_test_init (&argc, &argv);
#define ADD(name, function) g_test_add ("/chart-card/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("copy-picture", test_copy_picture);
  ADD ("copy-table", test_copy_table);
  ADD ("copy-shown", test_copy_shown);
  ADD ("linked-hover", test_linked_hover);
  ADD ("linked-table", test_linked_table);
  ADD ("table-hover", test_table_hover);
  ADD ("ranks", test_ranks);
  ADD ("joined-table", test_joined_table);
  ADD ("one-text", test_one_text);
  ADD ("keyboard-reaches-all", test_keyboard_reaches_all);
  ADD ("list-is-wide", test_list_is_wide);
  ADD ("height-for-width", test_height_for_width);
  ADD ("zoom", test_zoom);
  ADD ("zoom-keeps-mark", test_zoom_keeps_mark);
  return g_test_run ();
}
