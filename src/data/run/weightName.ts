/** How a parameter is called outside the playground: `layers.0.weight`, `layers.1.source_attention`. */

/** @param layer from 0 @param role as the layer's code names it */
export const weightName = (layer: number, role: string): string =>
  `layers.${layer}.${role.replaceAll(' ', '_')}`;

/** Of what a task learns beside the layers: `decoder.weight`. @param role `decoder weight` */
export const taskWeightName = (role: string): string => role.replace(' ', '.').replaceAll(' ', '_');
