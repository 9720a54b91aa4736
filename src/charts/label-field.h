/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "charts/shape-list.h"

G_BEGIN_DECLS

/* Room for labels in two dimensions: what already lies there, and where another still fits (C5). */
typedef struct _AtlasLabelField AtlasLabelField;

/* AREA: no label leaves it. */
AtlasLabelField *atlas_label_field_new       (AtlasRect area) G_GNUC_WARN_UNUSED_RESULT;
void             atlas_label_field_free      (AtlasLabelField *self);
/* No label may touch BOX, such as that of a marker, or of a text. */
void             atlas_label_field_add_box   (AtlasLabelField *self, AtlasRect box);
/* Nor lie on the straight line from A to B. */
void             atlas_label_field_add_line  (AtlasLabelField *self, AtlasPoint a, AtlasPoint b);
/* Nor touch a text of SHAPES. */
void             atlas_label_field_add_texts (AtlasLabelField *self, const AtlasShapeList *shapes);
/* Whether BOX is free; then it is taken. */
gboolean         atlas_label_field_take      (AtlasLabelField *self, AtlasRect box);

/**
 * atlas_label_field_take_beside:
 * @at: what the label is of
 * @offset: from there to the label
 * @lift: how much farther it has to stand when it is above
 * @width: of the label
 * @height: of the label
 * @out_box: (out): the place found
 *
 * Above the point, else to its upper left or right, else below, else beside it, else off its corners: the first place that
 * is free is taken.
 *
 * Returns: whether there was one
 */
gboolean         atlas_label_field_take_beside (AtlasLabelField *self, AtlasPoint at, double offset, double lift,
                                                double width, double height, AtlasRect *out_box);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasLabelField, atlas_label_field_free)

G_END_DECLS
