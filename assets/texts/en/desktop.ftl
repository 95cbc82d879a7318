# Picking a file inside the window, where the system has no dialog of its own
picker-home = Home folder
picker-documents = Documents
picker-orienta = Orienta folder
picker-up = Folder above
picker-name = Name or path of the file
picker-list = Contents of { $path }
picker-folder = Folder { $name }
picker-empty = This folder has no file ending in { $ending }.
picker-reading = Reading the folder…
picker-left-out = { $count ->
    [one] There is one more entry: write the name of the file.
   *[other] There are { $count } more entries: write the name of the file.
}
picker-open = Open
picker-save = Save
picker-cancel = Cancel
picker-exists = { $path } exists already. If you replace it, what it held is lost.
picker-replace = Replace
picker-keep = Choose another name
picker-unreadable = { $path }: this folder cannot be read ({ $what }). Choose another one.

# One window per file
io-open-elsewhere = { $path }: already open in another Orienta window. Go on there, or close that window and open the file again.

# Opening by double click
register-done = Done: .orienta.json files now open in Orienta with a double click.
register-tool = The files are in place, but the command { $tool } is missing or failed: install the package { $package } and try again.
register-path = { $path }: the system cannot start a program with this path. Move the program to a folder without special characters and try again.
