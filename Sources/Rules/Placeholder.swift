// The first file of the module; replaced as the module grows.
