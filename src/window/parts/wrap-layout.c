/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/parts/wrap-layout.h"

#define SPACING 6

struct _AtlasWrapLayout
{
  GtkLayoutManager parent_instance;

  gboolean squeezes;
};

G_DEFINE_FINAL_TYPE (AtlasWrapLayout, atlas_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

static GtkWidget *
next_visible (GtkWidget *child)
{
  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

/* The lines that children are put in: how wide, and beyond which width no child gets more than it needs. */
typedef struct {
  int width;
  int most;
} Lines;

static int
get_width (GtkWidget   *child,
           const Lines *lines)
{
  int minimum, natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  return MAX (minimum, MIN (natural, lines->most));
}

static int
get_height (GtkWidget *child,
            int        width)
{
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);
  return natural;
}

/* The line that starts with CHILD: its height and width, and the first child of the next one. */
static GtkWidget *
measure_line (GtkWidget   *child,
              const Lines *lines,
              int         *out_height,
              int         *out_width)
{
  int x = 0;

  *out_height = 0;
  for (; child != NULL; child = next_visible (gtk_widget_get_next_sibling (child)))
    {
      int child_width = get_width (child, lines);

      if (x > 0 && x + SPACING + child_width > lines->width)
        break;
      x += (x > 0 ? SPACING : 0) + child_width;
      *out_height = MAX (*out_height, get_height (child, child_width));
    }
  *out_width = x;
  return child;
}

static int
measure_height (GtkWidget   *widget,
                const Lines *lines)
{
  GtkWidget *child = next_visible (gtk_widget_get_first_child (widget));
  int height = 0;

  while (child != NULL)
    {
      int line_height, line_width;

      child = measure_line (child, lines, &line_height, &line_width);
      height += line_height + (child != NULL ? SPACING : 0);
    }
  return height;
}

static void
measure_width (GtkWidget *widget,
               int       *minimum,
               int       *natural)
{
  *minimum = *natural = 0;
  for (GtkWidget *child = next_visible (gtk_widget_get_first_child (widget)); child != NULL;
       child = next_visible (gtk_widget_get_next_sibling (child)))
    {
      int child_minimum, child_natural;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_natural, NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural += child_natural + (*natural > 0 ? SPACING : 0);
    }
}

static gboolean
is_one_line (GtkWidget   *widget,
             const Lines *lines)
{
  int height, width;

  return measure_line (next_visible (gtk_widget_get_first_child (widget)), lines, &height, &width) == NULL;
}

/* In WIDTH; where all children go into one line if the widest give way, they do, and no more than they have to. */
static Lines
find_lines (AtlasWrapLayout *self,
            GtkWidget       *widget,
            int              width)
{
  Lines lines = { width, width };
  Lines squeezed = { width, 0 };

  if (!self->squeezes || is_one_line (widget, &lines) || !is_one_line (widget, &squeezed))
    return lines;
  for (int step = width / 2; step > 0; step /= 2)
    {
      squeezed.most += step;
      if (!is_one_line (widget, &squeezed))
        squeezed.most -= step;
    }
  return squeezed;
}

static void
atlas_wrap_layout_measure (GtkLayoutManager *manager,
                           GtkWidget        *widget,
                           GtkOrientation    orientation,
                           int               for_size,
                           int              *minimum,
                           int              *natural,
                           int              *minimum_baseline,
                           int              *natural_baseline)
{
  int narrowest, widest;

  measure_width (widget, &narrowest, &widest);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = narrowest;
      *natural = widest;
    }
  else
    {
      Lines lines = find_lines (ATLAS_WRAP_LAYOUT (manager), widget, for_size < 0 ? widest : MAX (for_size, narrowest));

      *minimum = *natural = measure_height (widget, &lines);
    }
}

static void
allocate_line (GtkWidget   *widget,
               GtkWidget   *first,
               GtkWidget   *end,
               int          y,
               int          height,
               const Lines *lines,
               int          spare)
{
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int x = 0;

  for (GtkWidget *child = first; child != end; child = next_visible (gtk_widget_get_next_sibling (child)))
    {
      int child_width = get_width (child, lines);

      if (next_visible (gtk_widget_get_next_sibling (child)) == NULL && gtk_widget_get_hexpand (child))
        x += spare;
      gtk_widget_size_allocate (child,
                                &(GtkAllocation) { mirrored ? lines->width - x - child_width : x, y, child_width, height },
                                -1);
      x += child_width + SPACING;
    }
}

static void
atlas_wrap_layout_allocate (GtkLayoutManager *manager,
                            GtkWidget        *widget,
                            int               width,
                            int               height,
                            int               baseline)
{
  Lines lines = find_lines (ATLAS_WRAP_LAYOUT (manager), widget, width);
  GtkWidget *child = next_visible (gtk_widget_get_first_child (widget));
  int y = 0;

  while (child != NULL)
    {
      int line_height, line_width;
      GtkWidget *end = measure_line (child, &lines, &line_height, &line_width);

      allocate_line (widget, child, end, y, line_height, &lines, width - line_width);
      y += line_height + SPACING;
      child = end;
    }
}

static GtkSizeRequestMode
atlas_wrap_layout_get_request_mode (GtkLayoutManager *manager,
                                    GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
atlas_wrap_layout_class_init (AtlasWrapLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = atlas_wrap_layout_get_request_mode;
  layout_class->measure = atlas_wrap_layout_measure;
  layout_class->allocate = atlas_wrap_layout_allocate;
}

static void
atlas_wrap_layout_init (AtlasWrapLayout *self)
{
}

void
atlas_wrap_layout_set_squeezes (AtlasWrapLayout *self,
                                gboolean         squeezes)
{
  g_return_if_fail (ATLAS_IS_WRAP_LAYOUT (self));

  self->squeezes = squeezes;
  gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (self));
}
