// ICU itself, for the linker only: what is used of it is in CICU, in types of its own.
