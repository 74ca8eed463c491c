"""What a speaker does in saying something: the cue's part in it, and the content's."""
