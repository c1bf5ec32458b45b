## The application to the programme of the quality label

jb-app-refused = Only the head, the coordinator and the staff of this centre work on its application. If you work there, ask the head for an invitation link.
jb-app-length-fine =
    📄 The letter takes about { $pages ->
        [one] { $pages } page
       *[other] { $pages } pages
    }; { $limit } at most are allowed.
    Press “Send”, and I make the document.
jb-app-length-close =
    ⚠️ The letter takes about { $pages ->
        [one] { $pages } page
       *[other] { $pages } pages
    }; { $limit } at most are allowed. Better make it a little shorter: this is an estimate, and the last lines may slip on to one page more.
    Press “Send”, and I make the document.
jb-app-length-over =
    ⚠️ <b>The letter is too long: about { $pages ->
        [one] { $pages } page
       *[other] { $pages } pages
    }; { $limit } at most are allowed.</b>
    To get the document, cut about { $cut ->
        [one] { $cut } word
       *[other] { $cut } words
    }. The longest answers have the numbers { $longest }. Open an answer with its ✎ button and write it shorter.
jb-app-sent-before =
    The last application was made on { $day }.
    Do you want the same document again, or to fill in a new application?
jb-app-again-button = Get the last document
jb-app-anew-button = Fill in a new application
jb-app-centre-button = Back to the centre
jb-app-made =
    ✓ <b>The application is ready.</b> The document comes with the next message. If you need it once more, press the button below.

    I send it to nobody: please send it by e-mail yourselves.
    • address: <code>{ $address }</code>
    • subject: <code>{ $mark }</code>
    • attachment: this .docx document; page and font are as required, please leave them so.

    { $note }
jb-app-file-button = Get the document (.docx)
jb-app-caption =
    Application to the “Jastar belgisi” programme: { $name }
    Send it by e-mail to { $address }, subject: { $mark }.
