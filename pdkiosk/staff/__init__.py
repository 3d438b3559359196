"""The logic of the staff page: PIN attempts, the health of the machine, updates.

Nothing here has access to the guide's questions or anyone's answers.
"""
