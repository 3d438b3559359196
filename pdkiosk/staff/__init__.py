"""What the staff page looks at: the PIN's tries, the health of the machine, the test page.

Nothing here knows the guide's questions or anybody's answers.
"""
